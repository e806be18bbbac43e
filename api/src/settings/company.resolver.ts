import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Ctx as Context } from '../context.ts';
import type { Row } from '../db/entities.ts';
import { linesOf } from '../graphql/views.ts';
import type { Company } from './company.entity.ts';
import { companyForStaff, updateCompany } from './company.ts';
import {
  CompanyType,
  RemoveCompanyLogoInput,
  RemoveCompanyLogoResult,
  UpdateCompanyInput,
  UpdateCompanyResult,
  UpdatePaymentSettingsResult,
  UpdateQuoteSettingsResult,
} from './company.type.ts';
import { logoAddress, removeCompanyLogo } from './logo.ts';
import { paymentSettingsView, updatePaymentSettings } from './payment-settings.ts';
import { UpdatePaymentSettingsInput } from './payment-settings.type.ts';
import { quoteSettingsView, updateQuoteSettings } from './quote-settings.ts';
import { UpdateQuoteSettingsInput } from './quote-settings.type.ts';

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
  @Mutation(() => RemoveCompanyLogoResult)
  removeCompanyLogo(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveCompanyLogoInput) input: RemoveCompanyLogoInput,
  ) {
    return removeCompanyLogo(ctx, input);
  }
  @Mutation(() => UpdateQuoteSettingsResult)
  updateQuoteSettings(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateQuoteSettingsInput) input: UpdateQuoteSettingsInput,
  ) {
    return updateQuoteSettings(ctx, input);
  }

  @Mutation(() => UpdatePaymentSettingsResult)
  updatePaymentSettings(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdatePaymentSettingsInput) input: UpdatePaymentSettingsInput,
  ) {
    return updatePaymentSettings(ctx, input);
  }

  @FieldResolver() paymentSettings(@Root() company: Row<Company>) {
    return paymentSettingsView(company);
  }
  @FieldResolver() quoteSettings(@Root() company: Row<Company>) {
    return quoteSettingsView(company);
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
  @FieldResolver() logoUrl(@Root() company: Company) {
    return logoAddress(company.logoHash ?? null);
  }
}
