import { useQuery } from '@tanstack/react-query';
import { graphql } from '../../gql/gql.ts';
import { request } from '../../graphql.ts';
import { useMay } from '../../session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page.tsx';
import { Anew } from './anew.tsx';
import { CompanyForm } from './company-form.tsx';
import { LogoPanel } from './logo-panel.tsx';
import { PaymentSettingsForm } from './payment-settings-form.tsx';
import { QuoteSettingsForm } from './quote-settings-form.tsx';
import { StaffPanel } from './staff-panel.tsx';

const Settings = graphql(`
  query SettingsScreen {
    company {
      ...CompanySettings
      ...QuoteSettingsForm
      ...PaymentSettingsForm
    }
    staff {
      ...StaffRow
    }
  }
`);

export function SettingsScreen() {
  const manages = useMay('MANAGE_COMPANY');
  const read = useQuery({
    queryKey: ['settings'],
    queryFn: () => request(Settings),
    enabled: manages,
    refetchOnWindowFocus: false,
  });
  if (!manages) {
    return (
      <Empty icon="settings" title="Only owners change settings">
        The company’s details and its staff are the owner’s to change.
      </Empty>
    );
  }
  return (
    <div>
      <PageHead title="Settings" lead="Documents that exist keep what they say." />
      <Loaded read={read} rows={8}>
        {({ company, staff }) => (
          <div className="split">
            <div>
              <Anew>{(again) => <CompanyForm company={company} onSaved={again} />}</Anew>
              <Anew>{(again) => <QuoteSettingsForm company={company} onSaved={again} />}</Anew>
              <Anew>{(again) => <PaymentSettingsForm company={company} onSaved={again} />}</Anew>
            </div>
            <div>
              <LogoPanel logoUrl={company.logoUrl} name={company.name} />
              <StaffPanel staff={staff} />
            </div>
          </div>
        )}
      </Loaded>
    </div>
  );
}
