import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/links.tsx';

type Props = { search: string | undefined; archived: boolean | undefined };

export function NoTemplates({ search, archived }: Props) {
  if (search !== undefined) {
    return (
      <Empty icon="search" title={`No template matches “${search}”`}>
        Try a part of the name, the trade or the description.
      </Empty>
    );
  }
  if (archived) {
    return (
      <Empty icon="template" title="Nothing is archived">
        Templates that you do not use any more can be archived. Quotes that began with them stay as they are.
      </Empty>
    );
  }
  return (
    <Empty
      icon="template"
      title="Your first template"
      action={
        <ButtonLink to="/quotes" variant="default">
          Go to quotes
        </ButtonLink>
      }
    >
      Open a quote that you write again and again, and save it as a template.
    </Empty>
  );
}
