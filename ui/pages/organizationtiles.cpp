#include "ui/pages/organizationtiles.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/pages/organizationtexts.h"
#include "ui/pages/overviewtexts.h"

#include <algorithm>

namespace tokenledger {

namespace {

using View = OrganizationView;

TextParts note(const QString& text) { return {{text, TextPart::Tone::Text3}}; }
TextParts warning(const QString& text) { return {{text, TextPart::Tone::Warning, true}}; }

template <typename Rows, typename Holds>
std::int64_t countOf(const Rows& rows, Holds holds) {
    return std::count_if(rows.begin(), rows.end(), holds);
}

/// A tile of one kind of list: its figure only where the list came. False: it did not.
bool begin(TileContent& tile, const View& view, ObjectKind kind, const QString& formula) {
    const View::List& list = view.list(kind);
    tile.value = QStringLiteral("–");
    tile.why = {tile.title, formula, {}};
    if (!list.isWhole()) {
        tile.note1 = list.refused ? warning(tr("refused to this key")) : note(tr("not fetched yet"));
        if (!list.problem.isEmpty()) tile.why.facts.append({tr("Problem"), list.problem});
        return false;
    }
    tile.why.facts.append({tr("List"), tr("fetched %1").arg(timeText(list.fetchedAt, view.request.now))});
    tile.why.facts.append({tr("Filter"), tr("none: this page follows the period only")});
    if (!list.problem.isEmpty()) {
        tile.why.facts.append({tr("Problem"), tr("The newest answer was no list. %1").arg(list.problem)});
    }
    return true;
}

/// An old list says so instead of what else there would be to say.
void noteAge(TileContent& tile, const View& view, ObjectKind kind) {
    const View::List& list = view.list(kind);
    if (list.problem.isEmpty() || !list.isWhole()) return;
    tile.note2 = warning(tr("list of %1").arg(timeText(list.fetchedAt, view.request.now)));
}

void setFigure(TileContent& tile, std::int64_t figure) {
    tile.value = formatCount(figure);
    tile.exact = tile.value;
}

/// A key without tokens in days that are known may have some in those that are not.
TextParts idleNote(const View& view, std::int64_t active) {
    const Completeness& known = view.usageOfRange;
    if (active == 0) return note(tr("none can be used"));
    if (known.isEmpty()) return note(tr("use not known"));
    const auto idle = countOf(view.keys, [&](const View::Key& key) { return view.isActive(key) && key.tokens == 0; });
    if (idle == 0) return note(tr("all used in the period"));
    if (!known.isComplete()) return note(tr("use: %1 of %2 days known").arg(known.presentDays()).arg(known.days()));
    const QString words = idle == 1 ? tr("1 idle") : tr("%1 idle").arg(formatCount(idle));
    return {{words, TextPart::Tone::Warning, true}, {tr(" in the period"), TextPart::Tone::Text3}};
}

TileContent keysTile(const View& view) {
    TileContent tile;
    tile.title = tr("API keys");
    if (!begin(tile, view, ObjectKind::ApiKey, tr("Listed keys that are active and have not expired."))) return tile;
    const auto active = countOf(view.keys, [&](const View::Key& key) { return view.isActive(key); });
    setFigure(tile, active);
    const auto all = static_cast<std::int64_t>(view.list(ObjectKind::ApiKey).named);
    tile.note1 = note(tr("active, of %1").arg(formatCount(all)));
    tile.note2 = idleNote(view, active);
    tile.why.facts.append({tr("Idle"), tr("active keys without tokens in %1").arg(formatRange(view.request.range))});
    tile.why.facts.append({tr("Complete"), daysInWords(view.usageOfRange)});
    noteAge(tile, view, ObjectKind::ApiKey);
    return tile;
}

TileContent workspacesTile(const View& view) {
    TileContent tile;
    tile.title = tr("Workspaces");
    if (!begin(tile, view, ObjectKind::Workspace,
               tr("Listed workspaces that are not archived. The default workspace is never listed."))) {
        return tile;
    }
    const auto listed = [](const View::Workspace& one) { return one.known == View::Known::Listed; };
    const auto archived =
        countOf(view.workspaces, [&](const View::Workspace& one) { return listed(one) && one.archived.isValid(); });
    setFigure(tile, countOf(view.workspaces, listed) - archived);
    tile.note1 = note(archived == 0 ? tr("active, none archived") : tr("active, %1 archived").arg(archived));
    tile.note2 = note(tr("and the default workspace"));
    noteAge(tile, view, ObjectKind::Workspace);
    return tile;
}

TileContent usersTile(const View& view) {
    TileContent tile;
    tile.title = tr("Users");
    if (!begin(tile, view, ObjectKind::User, tr("People whom the newest list names."))) return tile;
    const auto is = [](const View::User& user) { return user.known == View::Known::Listed; };
    setFigure(tile, countOf(view.users, is));
    const auto admins =
        countOf(view.users, [&](const View::User& user) { return is(user) && user.role == QLatin1String("admin"); });
    tile.note1 = note(admins == 1 ? tr("1 of them admin") : tr("%1 of them admins").arg(admins));
    if (view.claudeCode.days) {
        const auto seen =
            countOf(view.users, [&](const View::User& user) { return is(user) && user.lastClaudeCode.has_value(); });
        tile.note2 = note(tr("%1 seen in Claude Code").arg(formatCount(seen)));
    }
    noteAge(tile, view, ObjectKind::User);
    return tile;
}

TileContent invitesTile(const View& view) {
    TileContent tile;
    tile.title = tr("Open invites");
    if (!begin(tile, view, ObjectKind::Invite, tr("Listed invites that are pending and whose time is not over."))) {
        return tile;
    }
    std::optional<QDateTime> next;
    for (const View::Invite& invite : view.invites) {
        if (invite.isOpen && invite.expires.isValid()) next = next ? std::min(*next, invite.expires) : invite.expires;
    }
    const auto open = countOf(view.invites, [](const View::Invite& invite) { return invite.isOpen; });
    setFigure(tile, open);
    tile.note1 = note(open == 0 ? tr("nobody is awaited")
                      : next    ? tr("next expires %1").arg(dayText(UtcDay::fromDateTime(*next), view.request.now))
                                : tr("no expiry known"));
    const auto expired = countOf(view.invites, [](const View::Invite& invite) {
        return invite.isExpired && invite.known == View::Known::Listed;
    });
    tile.note2 = note(expired == 0 ? tr("none expired") : tr("%1 expired").arg(formatCount(expired)));
    noteAge(tile, view, ObjectKind::Invite);
    return tile;
}

TileContent changesTile(const View& view) {
    TileContent tile;
    tile.title = tr("Changes");
    tile.value = QStringLiteral("–");
    tile.why = {tile.title,
                tr("Differences between the newest list of each kind and the one before it: what came, what went, and "
                   "every field that changed."),
                {}};
    if (!view.wereCompared) {
        tile.note1 = note(tr("nothing to compare with yet"));
        return tile;
    }
    const auto last = countOf(view.changes, [](const View::Change& change) { return change.ofLastSync; });
    const auto earlier = static_cast<std::int64_t>(view.changes.size()) - last;
    setFigure(tile, last);
    tile.note1 = note(tr("found by the last sync"));
    tile.note2 = note(earlier == 0 ? tr("none before") : tr("%1 before").arg(formatCount(earlier)));
    tile.why.facts.append({tr("Newest list"), tr("fetched %1").arg(timeText(view.asOf, view.request.now))});
    return tile;
}

}  // namespace

std::array<TileContent, OrganizationTileCount> organizationTiles(const OrganizationView& view) {
    return {keysTile(view), workspacesTile(view), usersTile(view), invitesTile(view), changesTile(view)};
}

}  // namespace tokenledger
