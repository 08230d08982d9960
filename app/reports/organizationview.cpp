#include "app/reports/organizationview.h"

#include "app/reports/coverageview.h"
#include "app/reports/keyfacts.h"
#include "app/reports/organizationlists.h"
#include "app/reports/rowbuilder.h"

#include <algorithm>
#include <unordered_map>

namespace tokenledger {

namespace {

using View = OrganizationView;

View::Held heldDays(const CoverageView& days, const std::optional<DateRange>& extent) {
    View::Held held;
    if (!extent) return held;
    for (const DayGap& gap : days.gaps(*extent)) held.missing += gap.days.days();
    if (held.missing == extent->days()) return {};
    DateRange span = *extent;
    while (!days.isPresent({span.first, span.first})) span.first = span.first + 1;
    while (!days.isPresent({span.last, span.last})) span.last = span.last - 1;
    held.missing -= (span.first - extent->first) + (extent->last - span.last);
    held.days = span;
    return held;
}

bool addTo(std::int64_t& sum, std::int64_t value) { return !__builtin_add_overflow(sum, value, &sum); }

class Builder {
public:
    Builder(const CacheReader& cache, const OrganizationRequest& request) : m_cache(cache) { m_view.request = request; }

    [[nodiscard]] Result<View> build() {
        const CacheReader::Snapshot snapshot(m_cache);
        const auto stored = StoredLists::load(m_cache);
        if (!stored) return failure(stored.error());
        if (auto done = readLists(m_cache, *stored, m_view); !done) return failure(done.error());
        const auto extent = m_cache.extent();
        if (!extent) return failure(extent.error());
        if (auto done = readUsage(*extent); !done) return failure(done.error());
        if (auto done = readCost(); !done) return failure(done.error());
        if (auto done = readClaudeCode(*extent); !done) return failure(done.error());
        order();
        return std::move(m_view);
    }

private:
    struct Use {
        std::optional<UtcDay> last;
        std::int64_t tokens = 0;  // of the range
    };

    [[nodiscard]] Result<CoverageView> daysOf(Dataset dataset, const std::optional<DateRange>& extent) const {
        DateRange span = m_view.request.range;
        if (extent) span = {std::min(span.first, extent->first), std::max(span.last, extent->last)};
        return CoverageView::load(m_cache, dataset, span);
    }

    [[nodiscard]] Result<void> readUsage(const std::optional<DateRange>& extent) {
        const auto days = daysOf(Dataset::Usage, extent);
        if (!days) return failure(days.error());
        m_view.usage = heldDays(*days, extent);
        m_view.usageOfRange = days->completeness(m_view.request.range);
        std::unordered_map<TermId, Use> uses;
        if (m_view.usage.days) {
            const auto last = readLastUses(m_cache, *m_view.usage.days, [](TermId) { return true; });
            if (!last) return failure(last.error());
            for (const auto& [key, day] : *last) uses[key].last = day;
        }
        const auto rows = m_cache.usage({m_view.request.range, Interval::Total, {Dimension::ApiKey}, {}});
        if (!rows) return failure(rows.error());
        for (const UsageRow& row : *rows) {
            const auto tokens = row.measures.totalTokens();
            if (!tokens) return failure(tokens.error());
            uses[row.keys[0]].tokens = *tokens;
        }
        return giveUses(uses);
    }

    /// To the keys that lists name; other users of tokens get a line of their own.
    [[nodiscard]] Result<void> giveUses(const std::unordered_map<TermId, Use>& uses) {
        if (m_view.usageOfRange.isEmpty() && uses.empty()) return {};
        const bool isKnown = !m_view.usageOfRange.isEmpty();
        QHash<QString, std::size_t> places;
        for (std::size_t i = 0; i < m_view.keys.size(); ++i) {
            places.insert(m_view.keys[i].id, i);
            if (isKnown) m_view.keys[i].tokens = 0;
        }
        std::int64_t all = 0;
        for (const auto& [term, use] : uses) {
            if (!addTo(all, use.tokens)) return tooLarge(QStringLiteral("The tokens of the organization"));
            const QString id = m_cache.text(term);
            const auto found = id.isEmpty() ? places.end() : places.find(id);
            View::Key* key = found != places.end() ? &m_view.keys[*found] : nullptr;
            if (key == nullptr) {
                if (!m_view.list(ObjectKind::ApiKey).isWhole()) continue;  // then nothing is said of keys at all
                key = &m_view.keys.emplace_back();
                key->id = id;
                key->name = m_cache.displayName(Dimension::ApiKey, term);
                key->known = View::Known::Used;
            }
            key->lastUse = use.last;
            if (isKnown) key->tokens = use.tokens;
        }
        if (isKnown) m_view.tokens = all;
        return {};
    }

    [[nodiscard]] Result<void> readCost() {
        const DateRange& range = m_view.request.range;
        const auto days = CoverageView::load(m_cache, Dataset::Cost, range);
        if (!days) return failure(days.error());
        m_view.costOfRange = days->completeness(range);
        const QHash<QString, int> keys = activeKeys();
        const bool keysKnown = m_view.list(ObjectKind::ApiKey).isWhole();
        for (View::Workspace& workspace : m_view.workspaces) {
            if (keysKnown) workspace.keys = keys.value(workspace.id);
        }
        if (m_view.costOfRange.isEmpty()) return {};
        const auto rows = m_cache.cost({range, Interval::Total, {Dimension::Workspace}, {}});
        if (!rows) return failure(rows.error());
        QHash<QString, std::size_t> places;
        for (std::size_t i = 0; i < m_view.workspaces.size(); ++i) {
            places.insert(m_view.workspaces[i].id, i);
            m_view.workspaces[i].spend = Money();
        }
        std::int64_t all = 0;
        for (const CostRow& row : *rows) {
            if (!addTo(all, row.measures.nano())) return tooLarge(QStringLiteral("The spend of the organization"));
            const QString id = m_cache.text(row.keys[0]);
            const auto found = id.isEmpty() ? places.end() : places.find(id);
            if (found != places.end()) {
                m_view.workspaces[*found].spend = row.measures;
            } else if (m_view.list(ObjectKind::Workspace).isWhole()) {
                View::Workspace& workspace = m_view.workspaces.emplace_back();
                workspace.id = id;
                workspace.name = m_cache.displayName(Dimension::Workspace, row.keys[0]);
                workspace.known = View::Known::Used;
                workspace.spend = row.measures;
                if (keysKnown && row.keys[0] != NotGroupedTerm) workspace.keys = keys.value(id);
            }
        }
        m_view.spend = Money::fromNano(all);
        return {};
    }

    /// By the id of their workspace.
    [[nodiscard]] QHash<QString, int> activeKeys() const {
        QHash<QString, int> active;
        for (const View::Key& key : m_view.keys) {
            const bool isPlaced = !key.workspaceId.isEmpty() || !key.workspace.isEmpty();
            if (isPlaced && m_view.isActive(key)) ++active[key.workspaceId];
        }
        return active;
    }

    [[nodiscard]] Result<void> readClaudeCode(const std::optional<DateRange>& extent) {
        const auto days = daysOf(Dataset::ClaudeCode, extent);
        if (!days) return failure(days.error());
        m_view.claudeCode = heldDays(*days, extent);
        if (!m_view.claudeCode.days) return {};
        const auto rows = m_cache.claudeCode({*m_view.claudeCode.days, Interval::Day, {Dimension::User}, {}});
        if (!rows) return failure(rows.error());
        std::unordered_map<TermId, UtcDay> last;
        for (const ClaudeCodeRow& row : *rows) {
            if (row.measures.sessions > 0) last[row.keys[0]] = UtcDay::fromSeconds(row.period);
        }
        QHash<QString, UtcDay> byEmail;
        for (const auto& [term, day] : last) {
            UtcDay& known = byEmail[m_cache.text(term).toCaseFolded()];
            known = std::max(known, day);
        }
        for (View::User& user : m_view.users) {
            const auto found = byEmail.constFind(user.email.toCaseFolded());
            if (!user.email.isEmpty() && found != byEmail.constEnd()) user.lastClaudeCode = *found;
        }
        return {};
    }

    /// The largest first; those of which nothing is known last.
    void order() {
        const auto byName = [](const auto& a, const auto& b) { return textLess(a.name + a.id, b.name + b.id); };
        std::sort(m_view.keys.begin(), m_view.keys.end(), [&](const View::Key& a, const View::Key& b) {
            return a.tokens != b.tokens ? a.tokens > b.tokens : byName(a, b);
        });
        std::sort(m_view.workspaces.begin(), m_view.workspaces.end(),
                  [&](const View::Workspace& a, const View::Workspace& b) {
                      return a.spend != b.spend ? a.spend > b.spend : byName(a, b);
                  });
        std::sort(m_view.users.begin(), m_view.users.end(), byName);
    }

    const CacheReader& m_cache;
    View m_view;
};

}  // namespace

bool OrganizationView::isExpired(const Key& key) const { return isExpiredKey(key.status, key.expires, request.now); }

bool OrganizationView::isActive(const Key& key) const {
    return key.known == Known::Listed && isActiveKey(key.status, key.expires, request.now);
}

Result<OrganizationView> buildOrganizationView(const CacheReader& cache, const OrganizationRequest& request) {
    return Builder(cache, request).build();
}

}  // namespace tokenledger
