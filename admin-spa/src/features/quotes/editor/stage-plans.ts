import { newId, type StageEntry, type StageKind } from './quote-form.ts';

const stage = (label: string, kind: StageKind, value = ''): Omit<StageEntry, 'id'> => ({
  label,
  kind,
  value,
  due: 'ON_MILESTONE',
  dueOn: '',
  paymentTermsDays: '',
  autoIssue: false,
});

export const blankStage = (kind: StageKind): StageEntry => ({ id: newId(), ...stage('', kind) });

/** Plans that most quotes have. */
const plans: Readonly<Record<string, readonly Omit<StageEntry, 'id'>[]>> = {
  '100 % on signing': [stage('Full amount', 'PERCENT', '100')],
  '50 / 50': [stage('Deposit', 'PERCENT', '50'), stage('Final', 'PERCENT', '50')],
  '30 / 40 / 30': [
    stage('Deposit', 'PERCENT', '30'),
    stage('Progress', 'PERCENT', '40'),
    stage('Final', 'PERCENT', '30'),
  ],
  'Deposit and remainder': [stage('Deposit', 'PERCENT', '25'), stage('Remainder', 'REMAINDER')],
};

export const planNames: readonly string[] = Object.keys(plans);

export const stagePlan = (name: string): StageEntry[] =>
  (plans[name] ?? []).map((one, index) => ({
    ...one,
    id: newId(),
    due: index === 0 ? 'ON_SIGNING' : 'ON_MILESTONE',
  }));
