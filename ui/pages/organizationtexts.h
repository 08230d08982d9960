// The Organization page's words: its sentence, what a list is of, why there is none, why a figure. Pure.
#pragma once

#include "app/reports/organizationview.h"
#include "ui/organizationlist.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/statepage.h"

namespace tokenledger {

/// "API keys".
[[nodiscard]] QString listTitle(OrganizationList list);
/// "API key", "member": of a change.
[[nodiscard]] QString kindTitle(ObjectKind kind);
/// What a list's objects are; not for Changes.
[[nodiscard]] ObjectKind kindOf(OrganizationList list);

/// "11 active API keys and 39 people in 5 workspaces; 4 changes in the newest lists."
[[nodiscard]] QString organizationSentence(const OrganizationView& view);
/// "19 Nov 13:42", with its year where that is not the year of `now`.
[[nodiscard]] QString timeText(const QDateTime& time, const QDateTime& now);
[[nodiscard]] QString dayText(UtcDay day, const QDateTime& now);
/// "14 rows · of 19 Nov 13:42": beside the title of a list.
[[nodiscard]] QString listSubtitle(const OrganizationView& view, OrganizationList list);
/// In place of a list that has nothing to show: not fetched, refused, or truly empty.
[[nodiscard]] StatePage::Content emptyListState(const OrganizationView& view, OrganizationList list);

/// More changes than these are in the export only.
inline constexpr std::size_t MostChanges = 5'000;

/// Below a list: what its figures are of, or what is wrong with it.
struct ListNote {
    bool bad = false;
    QString text;
};
[[nodiscard]] ListNote listNote(const OrganizationView& view, OrganizationList list);

/// What a column of a list says, to be asked why.
enum class OrganizationFigure {
    Named,  // as the list says it
    Age,
    LastUse,
    Tokens,
    Members,
    Keys,
    Spend,
    Share,
    LastClaudeCode,
    Change
};
[[nodiscard]] Explanation whyOrganization(const OrganizationView& view, OrganizationList list,
                                          OrganizationFigure figure, const QString& what, const QString& exact);

/// "never (since 18 Aug)"; an en dash where no usage is there at all.
[[nodiscard]] QString neverText(const OrganizationView::Held& held, const QDateTime& now);
/// Of the API's word for it: "Workspace developer"; unknown ones as they are.
[[nodiscard]] QString roleTitle(const QString& role);

}  // namespace tokenledger
