import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import { linesOf } from '../graphql/views.ts';
import type { Company } from './company.entity.ts';
import { companyForStaff, updateCompany } from './company.ts';
import { CompanyType, UpdateCompanyInput, UpdateCompanyResult } from './company.type.ts';

@Resolver(() => CompanyType)
export class CompanyResolver {
  @Query(() => CompanyType)
  company(@Ctx() ctx: Context) {
    return companyForStaff(ctx);
  }
  @Mutation(() => UpdateCompanyResult)
  updateCompany(@Ctx() ctx: Context, @Arg('input', () => UpdateCompanyInput) input: UpdateCompanyInput) {
    return updateCompany(ctx, input);
  }

  @FieldResolver() address(@Root() company: Company) {
    return linesOf(company.address);
  }
  @FieldResolver() bankDetails(@Root() company: Company) {
    return linesOf(company.bankDetails);
  }
  @FieldResolver() pricesIncludeTax(@Root() company: Company) {
    return company.pricesIncludeTax === 1;
  }
}
