#include "ui/pages/organizationtexts.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/pages/overviewtexts.h"

#include <algorithm>

namespace tokenledger {

namespace {

// A short name, because lupdate takes the class of a qualified return type for that of the function.
using StateContent = StatePage::Content;

QString dot() { return QStringLiteral(" · "); }

QString daysText(int days) { return days == 1 ? tr("1 day") : tr("%n days", nullptr, days); }

/// "the list of API keys".
QString theList(OrganizationList list) {
    switch (list) {
        case OrganizationList::ApiKeys:
            return tr("the list of API keys");
        case OrganizationList::Workspaces:
            return tr("the list of workspaces");
        case OrganizationList::Members:
            return tr("the lists of members");
        case OrganizationList::Users:
            return tr("the list of users");
        case OrganizationList::Invites:
            return tr("the list of invites");
        case OrganizationList::Changes:
            break;
    }
    return tr("the lists");
}

QString capitalized(QString text) {
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

std::size_t rowsOf(const OrganizationView& view, OrganizationList list) {
    switch (list) {
        case OrganizationList::ApiKeys:
            return view.keys.size();
        case OrganizationList::Workspaces:
            return view.workspaces.size();
        case OrganizationList::Members:
            return view.members.size();
        case OrganizationList::Users:
            return view.users.size();
        case OrganizationList::Invites:
            return view.invites.size();
        case OrganizationList::Changes:
            break;
    }
    return view.changes.size();
}

/// "usage from 18 Aug 2026 to 19 Nov 2026, 3 days of them missing".
QString heldText(const QString& what, const OrganizationView::Held& held) {
    if (!held.days) return tr("no %1 yet").arg(what);
    const QString text =
        tr("%1 from %2 to %3").arg(what, formatDayWithYear(held.days->first), formatDayWithYear(held.days->last));
    return held.missing == 0 ? text : tr("%1, %2 of them missing").arg(text, daysText(held.missing));
}

/// Of the one figure that follows the period; `are`: "Tokens are of the period above".
QString rangeNote(const OrganizationView& view, const QString& are, const Completeness& days) {
    if (days.isComplete()) return tr("%1; nothing else here follows the filter bar.").arg(are);
    if (days.isEmpty()) return tr("%1, of which nothing has been fetched.").arg(are);
    return tr("%1, of which %2 of %3 are here; nothing else here follows the filter bar.")
        .arg(are)
        .arg(days.presentDays())
        .arg(daysText(view.request.range.days()));
}

QString figureFormula(OrganizationFigure figure) {
    switch (figure) {
        case OrganizationFigure::Named:
            return tr(
                "As the newest list of the Admin API says it; of an object that is gone, as the last list that "
                "named it said it.");
        case OrganizationFigure::Age:
            return tr("Whole days from when it was created until now.");
        case OrganizationFigure::LastUse:
            return tr(
                "The last UTC day on which the cached usage report has tokens of this key. The API itself does "
                "not say when a key was used.");
        case OrganizationFigure::Tokens:
            return tr(
                "Uncached input + cache read + cache creation (5 minutes and 1 hour) + output of this key. What "
                "a key cost is not known: the bill does not name keys.");
        case OrganizationFigure::Members:
            return tr("People whom the workspace's list of members names. Archived workspaces are not asked for it.");
        case OrganizationFigure::Keys:
            return tr("Listed keys of the workspace that are active and have not expired.");
        case OrganizationFigure::Spend:
            return tr("Billed cost of these days: every cost type, discounts and credits included.");
        case OrganizationFigure::Share:
            return tr("Spend of the workspace ÷ spend of all workspaces.");
        case OrganizationFigure::LastClaudeCode:
            return tr(
                "The last UTC day with a Claude Code session of this e-mail address. Only use with an API key or "
                "through the Console organization is reported.");
        case OrganizationFigure::Change:
            return tr(
                "Two lists that came one after the other, compared field by field. When it changed between them "
                "is not known.");
    }
    return {};
}

}  // namespace

QString listTitle(OrganizationList list) {
    switch (list) {
        case OrganizationList::ApiKeys:
            return tr("API keys");
        case OrganizationList::Workspaces:
            return tr("Workspaces");
        case OrganizationList::Members:
            return tr("Members");
        case OrganizationList::Users:
            return tr("Users");
        case OrganizationList::Invites:
            return tr("Invites");
        case OrganizationList::Changes:
            break;
    }
    return tr("Changes");
}

QString kindTitle(ObjectKind kind) {
    switch (kind) {
        case ObjectKind::Workspace:
            return tr("Workspace");
        case ObjectKind::ApiKey:
            return tr("API key");
        case ObjectKind::User:
            return tr("User");
        case ObjectKind::Invite:
            return tr("Invite");
        case ObjectKind::WorkspaceMember:
            return tr("Member");
        case ObjectKind::Organization:
            break;
    }
    return tr("Organization");
}

ObjectKind kindOf(OrganizationList list) {
    switch (list) {
        case OrganizationList::ApiKeys:
            return ObjectKind::ApiKey;
        case OrganizationList::Workspaces:
            return ObjectKind::Workspace;
        case OrganizationList::Members:
            return ObjectKind::WorkspaceMember;
        case OrganizationList::Users:
            return ObjectKind::User;
        case OrganizationList::Invites:
            return ObjectKind::Invite;
        case OrganizationList::Changes:
            break;
    }
    return ObjectKind::Organization;
}

QString dayText(UtcDay day, const QDateTime& now) {
    return day.toDate().year() == now.toUTC().date().year() ? formatDay(day) : formatDayWithYear(day);
}

QString timeText(const QDateTime& time, const QDateTime& now) {
    return dayText(UtcDay::fromDateTime(time), now) + time.toUTC().toString(u" HH:mm");
}

QString neverText(const OrganizationView::Held& held, const QDateTime& now) {
    if (!held.days) return QStringLiteral("–");
    return tr("never (since %1)").arg(dayText(held.days->first, now));
}

QString roleTitle(const QString& role) {
    struct Known {
        const char* role;
        const char* title;
    };
    static constexpr Known titles[] = {
        {"admin", QT_TRANSLATE_NOOP("tokenledger", "Admin")},
        {"billing", QT_TRANSLATE_NOOP("tokenledger", "Billing")},
        {"developer", QT_TRANSLATE_NOOP("tokenledger", "Developer")},
        {"user", QT_TRANSLATE_NOOP("tokenledger", "User")},
        {"claude_code_user", QT_TRANSLATE_NOOP("tokenledger", "Claude Code user")},
        {"workspace_admin", QT_TRANSLATE_NOOP("tokenledger", "Workspace admin")},
        {"workspace_billing", QT_TRANSLATE_NOOP("tokenledger", "Workspace billing")},
        {"workspace_developer", QT_TRANSLATE_NOOP("tokenledger", "Workspace developer")},
        {"workspace_restricted_developer", QT_TRANSLATE_NOOP("tokenledger", "Restricted workspace developer")},
        {"workspace_user", QT_TRANSLATE_NOOP("tokenledger", "Workspace user")},
    };
    for (const Known& known : titles) {
        if (role == QLatin1String(known.role)) return tr(known.title);
    }
    return role.isEmpty() ? QStringLiteral("–") : role;
}

QString organizationSentence(const OrganizationView& view) {
    if (!view.asOf.isValid()) return tr("None of the organization's lists has been fetched yet.");
    QStringList parts;
    if (view.list(ObjectKind::ApiKey).isWhole()) {
        const auto active = std::count_if(view.keys.begin(), view.keys.end(),
                                          [&](const OrganizationView::Key& key) { return view.isActive(key); });
        parts.append(active == 1 ? tr("1 active API key") : tr("%1 active API keys").arg(formatCount(active)));
    }
    const auto count = [&view](ObjectKind kind) { return static_cast<std::int64_t>(view.list(kind).named); };
    if (view.list(ObjectKind::User).isWhole()) {
        const std::int64_t users = count(ObjectKind::User);
        parts.append(users == 1 ? tr("1 person") : tr("%1 people").arg(formatCount(users)));
    }
    if (view.list(ObjectKind::Workspace).isWhole()) {
        const auto open = std::count_if(view.workspaces.begin(), view.workspaces.end(), [](const auto& one) {
            return one.known == OrganizationView::Known::Listed && !one.archived.isValid();
        });
        parts.append(open == 1 ? tr("1 workspace") : tr("%1 workspaces").arg(formatCount(open)));
    }
    if (parts.isEmpty()) return tr("What the organization consists of has not been fetched yet.");
    return tr("%1, as the lists of %2 say.")
        .arg(parts.join(QStringLiteral(", ")), timeText(view.asOf, view.request.now));
}

QString listSubtitle(const OrganizationView& view, OrganizationList list) {
    const auto rows = static_cast<std::int64_t>(rowsOf(view, list));
    QStringList parts;
    if (rows > 0) parts.append(rows == 1 ? tr("1 row") : tr("%1 rows").arg(formatCount(rows)));
    if (list == OrganizationList::Changes) {
        parts.append(tr("between two syncs, newest first"));
    } else if (const auto& state = view.list(kindOf(list)); state.isWhole()) {
        parts.append(tr("list of %1").arg(timeText(state.fetchedAt, view.request.now)));
    }
    return parts.join(dot());
}

StateContent emptyListState(const OrganizationView& view, OrganizationList list) {
    StatePage::Content state;
    state.icon = QStringLiteral("organization");
    if (list == OrganizationList::Changes) {
        state.title = view.wereCompared ? tr("Nothing has changed") : tr("Nothing to compare with yet");
        state.text = view.wereCompared
                         ? tr("No list differs from the one before it.")
                         : tr("Changes are what differs between two lists of the same kind. Until now each "
                              "came once at most; the next sync is compared with them.");
        return state;
    }
    const OrganizationView::List& came = view.list(kindOf(list));
    if (came.isWhole()) {
        state.title = tr("The list is empty");
        state.text = tr("The server's list of %1 named nothing.").arg(timeText(came.fetchedAt, view.request.now));
        return state;
    }
    if (came.refused) {
        state.icon = QStringLiteral("lock");
        state.title = tr("The server refuses %1 to this key").arg(theList(list));
        state.text = came.problem;
    } else if (!came.problem.isEmpty()) {
        state.icon = QStringLiteral("error");
        state.bad = true;
        state.title = tr("%1 could not be fetched").arg(capitalized(theList(list)));
        state.text = came.problem;
    } else {
        state.icon = QStringLiteral("sync");
        state.title = tr("Not fetched yet");
        state.text = tr("A sync asks for %1; until now none has come.").arg(theList(list));
    }
    return state;
}

ListNote listNote(const OrganizationView& view, OrganizationList list) {
    if (list == OrganizationList::Changes) {
        const QString when = tr("When something changed between two syncs is not known, only when it was seen.");
        if (view.changes.size() <= MostChanges) return {false, when};
        return {false, tr("The newest %1 of them; an export has all. %2")
                           .arg(formatCount(static_cast<std::int64_t>(MostChanges)), when)};
    }
    const OrganizationView::List& came = view.list(kindOf(list));
    if (!came.problem.isEmpty()) {
        return {true, came.isWhole()
                          ? tr("The newest answer was no list, so this is an older one. %1").arg(came.problem)
                          : tr("Not all of these lists came. %1").arg(came.problem)};
    }
    if (!came.isWhole()) return {true, tr("Not all of these lists have been fetched yet: a sync asks for the others.")};
    switch (list) {
        case OrganizationList::ApiKeys:
            return {false, tr("Last use is by what the cache holds: %1. %2")
                               .arg(heldText(tr("usage"), view.usage),
                                    rangeNote(view, tr("Tokens are of the period above"), view.usageOfRange))};
        case OrganizationList::Workspaces:
            return {false, rangeNote(view, tr("Spend is of the period above"), view.costOfRange)};
        case OrganizationList::Users:
            return {
                false,
                tr("What a person spends is not known: neither usage nor the bill names people. The cache holds %1.")
                    .arg(heldText(tr("Claude Code"), view.claudeCode))};
        case OrganizationList::Members:
            return {false, tr("Of workspaces that are not archived; the default workspace has no list of members.")};
        default:
            return {false, tr("Expired: the time is over, also where the list still says pending.")};
    }
}

Explanation whyOrganization(const OrganizationView& view, OrganizationList list, OrganizationFigure figure,
                            const QString& what, const QString& exact) {
    using Figure = OrganizationFigure;
    Explanation why{what, figureFormula(figure), {}};
    if (!exact.isEmpty()) why.facts.append({tr("Exact value"), exact});
    const bool ofUsage = figure == Figure::Tokens;
    const bool ofCost = figure == Figure::Spend || figure == Figure::Share;
    if (ofUsage || ofCost) {
        why.facts.append({tr("Range"), formatRange(view.request.range) + tr(", whole UTC days")});
        why.facts.append({tr("Filter"), tr("none: this page follows the period only")});
        why.facts.append({tr("Source"), ofUsage ? tr("usage report by API key, from the cache")
                                                : tr("cost report by workspace, from the cache")});
        why.facts.append({tr("Complete"), daysInWords(ofUsage ? view.usageOfRange : view.costOfRange)});
        return why;
    }
    if (figure == Figure::LastUse) why.facts.append({tr("Known days"), heldText(tr("usage"), view.usage)});
    if (figure == Figure::LastClaudeCode) {
        why.facts.append({tr("Known days"), heldText(tr("Claude Code"), view.claudeCode)});
    }
    if (list == OrganizationList::Changes) {
        why.facts.append({tr("Source"), tr("changes that the cache noted while it stored the lists")});
        return why;
    }
    const ObjectKind kind = figure == Figure::Members ? ObjectKind::WorkspaceMember
                            : figure == Figure::Keys  ? ObjectKind::ApiKey
                                                      : kindOf(list);
    const OrganizationView::List& came = view.list(kind);
    const QString fetched =
        came.isWhole() ? tr("fetched %1").arg(timeText(came.fetchedAt, view.request.now)) : tr("not wholly fetched");
    why.facts.append({tr("List"), fetched});
    return why;
}

}  // namespace tokenledger
