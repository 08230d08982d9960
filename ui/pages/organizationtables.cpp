#include "ui/pages/organizationtables.h"

#include "app/core/texts.h"
#include "app/reports/keyfacts.h"
#include "charts/format.h"

#include <algorithm>

namespace tokenledger {

namespace {

using View = OrganizationView;
using Figure = OrganizationFigure;
using Tone = DisplayCell::Tone;

QString dash() { return QStringLiteral("–"); }

DisplayCell text(const QString& words) { return textCell(words.isEmpty() ? dash() : words); }

DisplayCell day(const std::optional<UtcDay>& when, const QDateTime& now, const QString& otherwise) {
    if (!when) return textCell(otherwise);
    DisplayCell cell = textCell(dayText(*when, now));
    cell.number = when->number();
    cell.exact = when->toIso();
    return cell;
}

DisplayCell time(const QDateTime& when, const QDateTime& now, bool withHour = false) {
    if (!when.isValid()) return textCell(dash());
    DisplayCell cell = textCell(withHour ? timeText(when, now) : dayText(UtcDay::fromDateTime(when), now));
    cell.number = when.toMSecsSinceEpoch();
    cell.exact = toRfc3339(when);
    return cell;
}

DisplayCell pill(const QString& words, Tone tone) {
    DisplayCell cell = textCell(words);
    cell.tone = tone;
    return cell;
}

template <typename Number>
std::optional<std::int64_t> wide(const std::optional<Number>& number) {
    return number ? std::optional<std::int64_t>(*number) : std::nullopt;
}

/// Columns and what they say, side by side.
class Columns {
public:
    explicit Columns(OrganizationTable& into) : m_into(into) {}
    void add(Figure figure, DisplayColumn column) {
        m_into.table.columns.push_back(std::move(column));
        m_into.figures.push_back(figure);
    }
    [[nodiscard]] int count() const { return static_cast<int>(m_into.figures.size()); }

private:
    OrganizationTable& m_into;
};

DisplayColumn column(const QString& title, CellKind kind, int width, int givesWay = 0) {
    DisplayColumn made;
    made.title = title;
    made.kind = kind;
    made.width = width;
    made.givesWay = givesWay;
    return made;
}

/// A total below one column, and nothing below the others.
DisplayRow totalRow(const DisplayTable& table, int summed, std::int64_t sum) {
    DisplayRow row{DisplayRow::Kind::Total, {}};
    for (std::size_t i = 0; i < table.columns.size(); ++i) row.cells.push_back(textCell({}));
    row.cells.front() = textCell(tr("Total"));
    const auto at = static_cast<std::size_t>(summed);
    row.cells[at] = numberCell(table.columns[at].kind, sum);
    return row;
}

DisplayCell keyStatus(const View& view, const View::Key& key) {
    if (key.known == View::Known::Used) return textCell({});
    if (key.known == View::Known::Gone) return pill(tr("not listed"), Tone::Plain);
    if (view.isExpired(key)) return pill(tr("expired"), Tone::Bad);
    if (key.status == QLatin1String("active")) return pill(tr("active"), Tone::Good);
    if (key.status == QLatin1String("inactive")) return pill(tr("inactive"), Tone::Plain);
    if (key.status == QLatin1String("archived")) return pill(tr("archived"), Tone::Plain);
    return pill(key.status, Tone::Plain);
}

DisplayCell keyOwner(const View& view, const View::Key& key) {
    if (!key.ownerLeft) return text(key.owner);
    // A key that works on without its owner is what an auditor looks for.
    DisplayCell cell = textCell(tr("%1 (left)").arg(key.owner));
    if (view.isActive(key)) cell.tone = Tone::Bad;
    return cell;
}

OrganizationTable keyTable(const View& view) {
    OrganizationTable made;
    Columns columns(made);
    const bool expires =
        std::any_of(view.keys.begin(), view.keys.end(), [](const View::Key& key) { return key.expires.isValid(); });
    DisplayColumn name = column(tr("Name"), CellKind::Text, 0);
    name.least = 160;
    columns.add(Figure::Named, name);
    columns.add(Figure::Named, column(tr("Status"), CellKind::Pill, 112));
    columns.add(Figure::Named, column(tr("Workspace"), CellKind::Text, 144, 2));
    columns.add(Figure::Named, column(tr("Owner"), CellKind::Text, 140));
    columns.add(Figure::Named, column(tr("Key"), CellKind::Code, 186, 3));
    columns.add(Figure::Age, column(tr("Age, days"), CellKind::Count, 88));
    if (expires) columns.add(Figure::Named, column(tr("Expires"), CellKind::Time, 104));
    columns.add(Figure::LastUse, column(tr("Last use"), CellKind::Time, 148));
    const int tokens = columns.count();
    columns.add(Figure::Tokens, column(tr("Tokens"), CellKind::Tokens, 112));
    made.table.columns.back().strong = true;
    made.table.summed = tokens;
    const QDateTime& now = view.request.now;
    for (const View::Key& key : view.keys) {
        DisplayRow row{DisplayRow::Kind::Normal, {}};
        row.key = key.id;
        row.cells = {text(key.name),      keyStatus(view, key), text(key.workspace),
                     keyOwner(view, key), text(key.hint),       numberCell(CellKind::Count, keyAge(key.created, now))};
        if (expires) row.cells.push_back(time(key.expires, now));
        row.cells.push_back(day(key.lastUse, now, neverText(view.usage, now)));
        row.cells.push_back(numberCell(CellKind::Tokens, key.tokens));
        made.table.rows.push_back(std::move(row));
    }
    if (view.tokens && view.list(ObjectKind::ApiKey).isWhole())
        made.table.total = totalRow(made.table, tokens, *view.tokens);
    return made;
}

DisplayCell workspaceStatus(const View::Workspace& one) {
    if (one.known == View::Known::Used) return textCell({});
    if (one.known == View::Known::Gone) return pill(tr("not listed"), Tone::Plain);
    return one.archived.isValid() ? pill(tr("archived"), Tone::Plain) : pill(tr("active"), Tone::Good);
}

OrganizationTable workspaceTable(const View& view) {
    OrganizationTable made;
    Columns columns(made);
    columns.add(Figure::Named, column(tr("Name"), CellKind::Text, 0));
    columns.add(Figure::Named, column(tr("Status"), CellKind::Pill, 116));
    columns.add(Figure::Named, column(tr("Created"), CellKind::Time, 120));
    columns.add(Figure::Named, column(tr("Archived"), CellKind::Time, 120, 1));
    columns.add(Figure::Members, column(tr("Members"), CellKind::Count, 100));
    columns.add(Figure::Keys, column(tr("Active keys"), CellKind::Count, 108));
    const int spend = columns.count();
    columns.add(Figure::Spend, column(tr("Spend"), CellKind::Money, 132));
    made.table.columns.back().strong = true;
    columns.add(Figure::Share, column(tr("Share"), CellKind::Percent, 92));
    made.table.columns.back().shareOf = spend;
    made.table.summed = spend;
    const QDateTime& now = view.request.now;
    const std::int64_t whole = view.spend.value_or(Money()).nano();
    for (const View::Workspace& one : view.workspaces) {
        const auto nano = one.spend ? std::optional(one.spend->nano()) : std::nullopt;
        const auto share = nano ? ratioPpm(*nano, whole) : std::nullopt;
        DisplayCell part = numberCell(CellKind::Percent, share);
        if (share) part.text = formatPercent(*nano, whole);
        made.table.rows.push_back(
            {DisplayRow::Kind::Normal,
             {text(one.name), workspaceStatus(one), time(one.created, now), time(one.archived, now),
              numberCell(CellKind::Count, wide(one.members)), numberCell(CellKind::Count, wide(one.keys)),
              numberCell(CellKind::Money, nano), part}});
        made.table.rows.back().key = one.id;
    }
    if (view.spend && view.list(ObjectKind::Workspace).isWhole()) made.table.total = totalRow(made.table, spend, whole);
    return made;
}

OrganizationTable memberTable(const View& view) {
    OrganizationTable made;
    Columns columns(made);
    columns.add(Figure::Named, column(tr("Person"), CellKind::Text, 0));
    columns.add(Figure::Named, column(tr("Workspace"), CellKind::Text, 0));
    columns.add(Figure::Named, column(tr("Role"), CellKind::Text, 0));
    for (const View::Member& one : view.members) {
        made.table.rows.push_back(
            {DisplayRow::Kind::Normal, {text(one.person), text(one.workspace), textCell(roleTitle(one.role))}});
    }
    return made;
}

OrganizationTable userTable(const View& view) {
    OrganizationTable made;
    Columns columns(made);
    columns.add(Figure::Named, column(tr("Name"), CellKind::Text, 0));
    columns.add(Figure::Named, column(tr("E-mail"), CellKind::Text, 0));
    columns.add(Figure::Named, column(tr("Role"), CellKind::Text, 176));
    columns.add(Figure::Named, column(tr("Added"), CellKind::Time, 124));
    columns.add(Figure::LastClaudeCode, column(tr("Last Claude Code day"), CellKind::Time, 176));
    const QDateTime& now = view.request.now;
    for (const View::User& user : view.users) {
        const bool left = user.known == View::Known::Gone;
        const QString role = left ? tr("%1 (left)").arg(roleTitle(user.role)) : roleTitle(user.role);
        made.table.rows.push_back({DisplayRow::Kind::Normal,
                                   {text(user.name), text(user.email), textCell(role), time(user.added, now),
                                    day(user.lastClaudeCode, now, neverText(view.claudeCode, now))}});
    }
    return made;
}

DisplayCell inviteStatus(const View::Invite& one) {
    if (one.isExpired) return pill(tr("expired"), Tone::Bad);
    if (one.known == View::Known::Gone) return pill(tr("not listed"), Tone::Plain);
    if (one.status == QLatin1String("accepted")) return pill(tr("accepted"), Tone::Good);
    if (one.status == QLatin1String("pending")) return pill(tr("pending"), Tone::Plain);
    if (one.status == QLatin1String("deleted")) return pill(tr("deleted"), Tone::Plain);
    return pill(one.status, Tone::Plain);
}

OrganizationTable inviteTable(const View& view) {
    OrganizationTable made;
    Columns columns(made);
    columns.add(Figure::Named, column(tr("E-mail"), CellKind::Text, 0));
    columns.add(Figure::Named, column(tr("Role"), CellKind::Text, 168));
    columns.add(Figure::Named, column(tr("Status"), CellKind::Pill, 124));
    columns.add(Figure::Named, column(tr("Invited"), CellKind::Time, 124));
    columns.add(Figure::Named, column(tr("Expires"), CellKind::Time, 124));
    columns.add(Figure::Named, column(tr("Accepted"), CellKind::Time, 124));
    const QDateTime& now = view.request.now;
    for (const View::Invite& one : view.invites) {
        made.table.rows.push_back({DisplayRow::Kind::Normal,
                                   {text(one.email), textCell(roleTitle(one.role)), inviteStatus(one),
                                    time(one.invited, now), time(one.expires, now), time(one.accepted, now)}});
    }
    return made;
}

QString fieldTitle(const QString& field) {
    struct Known {
        const char* field;
        const char* title;
    };
    static constexpr Known titles[] = {
        {"name", QT_TRANSLATE_NOOP("tokenledger", "Name")},
        {"status", QT_TRANSLATE_NOOP("tokenledger", "Status")},
        {"role", QT_TRANSLATE_NOOP("tokenledger", "Role")},
        {"workspace_role", QT_TRANSLATE_NOOP("tokenledger", "Role")},
        {"email", QT_TRANSLATE_NOOP("tokenledger", "E-mail")},
        {"workspace_id", QT_TRANSLATE_NOOP("tokenledger", "Workspace")},
        {"created_by", QT_TRANSLATE_NOOP("tokenledger", "Owner")},
        {"created_at", QT_TRANSLATE_NOOP("tokenledger", "Created")},
        {"archived_at", QT_TRANSLATE_NOOP("tokenledger", "Archived")},
        {"expires_at", QT_TRANSLATE_NOOP("tokenledger", "Expires")},
        {"accepted_at", QT_TRANSLATE_NOOP("tokenledger", "Accepted")},
        {"invited_at", QT_TRANSLATE_NOOP("tokenledger", "Invited")},
        {"added_at", QT_TRANSLATE_NOOP("tokenledger", "Added")},
        {"partial_key_hint", QT_TRANSLATE_NOOP("tokenledger", "Key")},
    };
    for (const Known& known : titles) {
        if (field == QLatin1String(known.field)) return tr(known.title);
    }
    return field;
}

DisplayCell changedValue(const View::Change& change, const std::optional<QString>& value, const QDateTime& now) {
    if (!value) return textCell(dash());
    if (change.field.endsWith(QLatin1String("role"))) return textCell(roleTitle(*value));
    if (change.field.endsWith(QLatin1String("_at"))) {
        if (const auto when = fromRfc3339(*value)) return textCell(timeText(*when, now));
    }
    return textCell(*value);
}

OrganizationTable changeTable(const View& view) {
    OrganizationTable made;
    Columns columns(made);
    columns.add(Figure::Change, column(tr("Seen"), CellKind::Time, 136));
    columns.add(Figure::Change, column(tr("What"), CellKind::Text, 112));
    columns.add(Figure::Change, column(tr("Name"), CellKind::Text, 0));
    columns.add(Figure::Change, column(tr("Change"), CellKind::Text, 120));
    columns.add(Figure::Change, column(tr("Before"), CellKind::Text, 0));
    columns.add(Figure::Change, column(tr("After"), CellKind::Text, 0));
    const QDateTime& now = view.request.now;
    const std::size_t count = std::min(view.changes.size(), MostChanges);
    made.table.rows.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const View::Change& change = view.changes[i];
        const bool cameOrWent = change.field == QLatin1String("listed");
        const QString what = !cameOrWent ? fieldTitle(change.field) : change.now ? tr("New") : tr("Gone");
        const auto value = [&](const std::optional<QString>& of) {
            return cameOrWent ? textCell({}) : changedValue(change, of, now);
        };
        made.table.rows.push_back({DisplayRow::Kind::Normal,
                                   {time(change.seenAt, now, true), textCell(kindTitle(change.kind)), text(change.name),
                                    textCell(what), value(change.old), value(change.now)}});
    }
    return made;
}

}  // namespace

OrganizationTable organizationTable(const OrganizationView& view, OrganizationList list) {
    switch (list) {
        case OrganizationList::ApiKeys:
            return keyTable(view);
        case OrganizationList::Workspaces:
            return workspaceTable(view);
        case OrganizationList::Members:
            return memberTable(view);
        case OrganizationList::Users:
            return userTable(view);
        case OrganizationList::Invites:
            return inviteTable(view);
        case OrganizationList::Changes:
            break;
    }
    return changeTable(view);
}

}  // namespace tokenledger
