import { useQuery } from '@tanstack/react-query';
import type { Amendment, Edit } from '../../api/amendment-types.ts';
import { outlineQuery } from '../../api/queries.ts';
import { flatten, headingOf, type FlatEntry } from '../../editions/flatten.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useT } from '../../i18n/use-t.ts';

/** Where an entry goes, and where it stood, in words. */
export function PlaceChange({ amendment, edit }: { readonly amendment: Amendment; readonly edit: Edit }) {
  const t = useT();
  const { list } = useFormat();
  // Of what is merged, the place is shown that it had before.
  const before = amendment.mergedCommit === null ? undefined : amendment.mergedCommit.number - 1;
  const outline = useQuery(outlineQuery(amendment.editionId, before));
  const all = flatten(outline.data?.sections ?? []);
  const titleOf = (serviceId: string) => all.find(({ entry }) => entry.serviceId === serviceId)?.entry.title ?? '—';
  const now = all.find(({ entry }) => entry.serviceId === edit.serviceId);
  const { place } = edit;
  if (place === null) return null;
  const to = [
    place.sectionPath.join(' ／ '),
    place.parentServiceId === null ? null : t('review.inService', { title: titleOf(place.parentServiceId) }),
    place.afterServiceId === null ? t('review.first') : t('review.after', { title: titleOf(place.afterServiceId) }),
  ];
  const words = list(to.filter((part) => part !== null));
  if (edit.kind === 'add') {
    return (
      <p className="soft" lang="zh-CN" data-change>
        {t('review.addedAt', { path: words })}
      </p>
    );
  }
  return (
    <dl className="facts place" lang="zh-CN" data-change>
      <dt>{t('review.movedFrom')}</dt>
      <dd>
        <del>{now === undefined ? '—' : placeWords(now, outline.data?.sections ?? [])}</del>
      </dd>
      <dt>{t('review.movedTo')}</dt>
      <dd>
        <ins>{words}</ins>
      </dd>
    </dl>
  );
}

type Sections = Parameters<typeof flatten>[0];

function placeWords({ section, service }: FlatEntry, sections: Sections): string {
  const path = (inner: Sections): string[] | null => {
    for (const one of inner) {
      if (one.key === section.key) return [headingOf(one)];
      const below = path(one.sections);
      if (below !== null) return [headingOf(one), ...below];
    }
    return null;
  };
  return [...(path(sections) ?? []), ...(service === null ? [] : [service.title])].join(' ／ ');
}
