import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../db/instant.ts';
import { statementStatuses, type StatementStatus } from '../domain/bank/line-status.ts';
import { type StatementFormat, statementFormats } from '../domain/bank/statement.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { enumType } from '../graphql/enum-type.ts';
import { orRefusal } from '../graphql/or-refusal.ts';
import { DateScalar, DateTimeScalar } from '../graphql/scalars.ts';
import { MoneyType } from '../graphql/shared.type.ts';
import { BankColumnMappingInput, BankColumnMappingType } from './bank-mapping.type.ts';

const FormatType = enumType('BankStatementFormat', statementFormats);
const StatusType = enumType('BankStatementStatus', statementStatuses);

@ObjectType('BankRowProblem', { simpleResolvers: true })
class BankRowProblemType {
  @Field(() => Int) readonly row!: number;
  @Field(() => String) readonly message!: string;
}

@ObjectType('BankStatement', { simpleResolvers: true })
export class BankStatementType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly filename!: string;
  @Field(() => FormatType) readonly format!: StatementFormat;
  @Field(() => StatusType) readonly status!: StatementStatus;
  @Field(() => Int) readonly lineCount!: number;
  @Field(() => Int) readonly doneCount!: number;
  @Field(() => Int) readonly newCount!: number;
  @Field(() => Int) readonly toMatchCount!: number;
  @Field(() => String, { nullable: true }) readonly problem!: string | null;
  @Field(() => [BankRowProblemType]) readonly problems!: readonly BankRowProblemType[];
  @Field(() => Int) readonly problemCount!: number;
  @Field(() => DateScalar, { nullable: true }) readonly firstDay!: LocalDate | null;
  @Field(() => DateScalar, { nullable: true }) readonly lastDay!: LocalDate | null;
  @Field(() => String) readonly uploadedBy!: string;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
}

@ObjectType('BankStatementPage', { simpleResolvers: true })
export class BankStatementPageType {
  @Field(() => [BankStatementType]) readonly items!: readonly BankStatementType[];
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}

@ObjectType('BankPreviewLine', { simpleResolvers: true })
class BankPreviewLineType {
  @Field(() => Int) readonly row!: number;
  @Field(() => DateScalar) readonly bookedOn!: LocalDate;
  @Field(() => MoneyType) readonly amount!: MoneyType;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly reference!: string;
  @Field(() => Boolean) readonly isKnown!: boolean;
}

@ObjectType('BankStatementPreview', { simpleResolvers: true })
class BankStatementPreviewType {
  @Field(() => BankStatementType) readonly statement!: BankStatementType;
  @Field(() => [String]) readonly header!: readonly string[];
  @Field(() => Int) readonly columnCount!: number;
  @Field(() => [[String]]) readonly rows!: readonly (readonly string[])[];
  @Field(() => BankColumnMappingType, { nullable: true }) readonly mapping!: BankColumnMappingType | null;
  @Field(() => Boolean) readonly isRemembered!: boolean;
  @Field(() => String, { nullable: true }) readonly mappingProblem!: string | null;
  @Field(() => [BankPreviewLineType]) readonly lines!: readonly BankPreviewLineType[];
  @Field(() => Int) readonly lineCount!: number;
  @Field(() => Int) readonly incomingCount!: number;
  @Field(() => Int) readonly knownCount!: number;
  @Field(() => [BankRowProblemType]) readonly problems!: readonly BankRowProblemType[];
  @Field(() => Int) readonly problemCount!: number;
}

@InputType('ImportBankStatementInput')
export class ImportBankStatementInput {
  @Field(() => ID) readonly id!: string;
  @Field(() => BankColumnMappingInput, { nullable: true })
  readonly mapping: BankColumnMappingInput | null = null;
  @Field(() => Boolean) readonly skipProblems!: boolean;
}

export const BankStatementPreviewResult = orRefusal(
  'BankStatementPreviewResult',
  () => BankStatementPreviewType,
);
export const ImportBankStatementResult = orRefusal('ImportBankStatementResult', () => BankStatementType);
