import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Party } from '../domain/quote-snapshot.ts';
import { logoAddress } from '../settings/logo.ts';
import { PortalCompanyType } from './portal-company.type.ts';

@Resolver(() => PortalCompanyType)
export class PortalCompanyResolver {
  @FieldResolver() logoUrl(@Root() company: Party) {
    return logoAddress(company.logo);
  }
}
