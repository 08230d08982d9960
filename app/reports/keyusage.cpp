#include "app/reports/keyusage.h"

#include "app/reports/coverageview.h"
#include "app/reports/keyfacts.h"
#include "app/reports/organizationlists.h"
#include "app/reports/rowbuilder.h"

#include <algorithm>
#include <map>
#include <set>

namespace tokenledger {

namespace {

bool lessByName(const CostValue& a, const CostValue& b) { return textLess(a.name + a.id, b.name + b.id); }

class Builder {
public:
    Builder(const CacheReader& cache, const KeyUsageRequest& request) : m_cache(cache), m_request(request) {
        m_result.request = request;
    }

    [[nodiscard]] Result<KeyUsage> build() {
        auto lists = StoredLists::load(m_cache);
        if (!lists) return failure(lists.error());
        m_lists = *std::move(lists);
        for (const StoredObject& key : m_lists.of(ObjectKind::ApiKey)) m_keys.emplace(key.object.id, &key);
        const auto listedAt = m_cache.objectsFetchedAt(ObjectKind::ApiKey);
        if (!listedAt) return failure(listedAt.error());
        m_result.listedAt = *listedAt;
        const auto extent = m_cache.extent();
        if (!extent) return failure(extent.error());
        m_all = extent->value_or(m_request.range);
        m_result.knownFrom = m_all.first;
        if (auto done = readUsed(); !done) return failure(done.error());
        if (auto done = findIdle(); !done) return failure(done.error());
        return std::move(m_result);
    }

private:
    using IdleKey = KeyUsage::IdleKey;

    [[nodiscard]] Result<void> readUsed() {
        const DateRange& range = m_request.range;
        const bool byDay = range.days() <= MostKeyDays;
        const auto days = CoverageView::load(m_cache, Dataset::Usage, range);
        if (!days) return failure(days.error());
        m_result.completeness = days->completeness(range);
        m_result.asOf = days->newestFetch(range);
        const auto rows =
            m_cache.usage({range, byDay ? Interval::Day : Interval::Total, {Dimension::ApiKey}, m_request.where});
        if (!rows) return failure(rows.error());
        if (byDay) {
            for (UtcDay day = range.first; day <= range.last; day = day + 1) {
                const bool isThere = !days->states({day, day}).isEmpty();
                m_result.keysPerDay.push_back(isThere ? std::optional(0) : std::nullopt);
            }
        }
        std::map<TermId, std::int64_t> byKey;
        for (const UsageRow& row : *rows) {
            const auto tokens = row.measures.totalTokens();
            if (!tokens) return failure(tokens.error());
            if (*tokens == 0) continue;  // web searches alone
            std::int64_t& sum = byKey[row.keys[0]];
            if (__builtin_add_overflow(sum, *tokens, &sum)) return tooLarge(QStringLiteral("A sum of tokens"));
            if (!byDay || row.keys[0] <= NullTerm) continue;
            auto& count = m_result.keysPerDay[static_cast<std::size_t>(UtcDay::fromSeconds(row.period) - range.first)];
            count = count.value_or(0) + 1;
        }
        return takeUsed(byKey);
    }

    [[nodiscard]] Result<void> takeUsed(const std::map<TermId, std::int64_t>& byKey) {
        for (const auto& [term, tokens] : byKey) {
            const QString id = m_cache.text(term);
            KeyUsage::UsedKey used{{id, m_cache.displayName(Dimension::ApiKey, term)}, {}, tokens};
            // Of a key that no list of this version has named, nothing is known but its name.
            const auto found = m_keys.find(id);
            if (found != m_keys.end() && found->second->lastSeenAt.isValid()) {
                used.workspace = workspaceOf(*found->second);
            }
            if (__builtin_add_overflow(m_result.tokens, tokens, &m_result.tokens)) {
                return tooLarge(QStringLiteral("A sum of tokens"));
            }
            if (term > NullTerm) ++m_result.keysInUse;
            m_result.used.push_back(std::move(used));
        }
        std::sort(m_result.used.begin(), m_result.used.end(), [](const auto& a, const auto& b) {
            return a.tokens != b.tokens ? a.tokens > b.tokens : lessByName(a.key, b.key);
        });
        return {};
    }

    /// Null is the default workspace.
    [[nodiscard]] QString workspaceOf(const StoredObject& key) const {
        const QString id = StoredFields(ObjectKind::ApiKey, key).text("workspace_id");
        return id.isEmpty() ? m_cache.displayName(Dimension::Workspace, NullTerm)
                            : m_lists.nameOf(ObjectKind::Workspace, id);
    }

    [[nodiscard]] bool isActive(const StoredObject& key) const {
        const StoredFields fields(ObjectKind::ApiKey, key);
        return key.isListed && isActiveKey(fields.text("status"), fields.time("expires_at"), m_request.now);
    }

    /// The filters that say something of a key itself.
    [[nodiscard]] bool isWanted(const StoredObject& key) const {
        return std::all_of(m_request.where.begin(), m_request.where.end(), [&](const DimensionFilter& filter) {
            const bool byKey = filter.dimension == Dimension::ApiKey;
            if (!byKey && filter.dimension != Dimension::Workspace) return true;
            const QString id = byKey ? key.object.id : StoredFields(ObjectKind::ApiKey, key).text("workspace_id");
            return std::any_of(filter.anyOf.begin(), filter.anyOf.end(),
                               [&](TermId term) { return m_cache.text(term) == id; });
        });
    }

    [[nodiscard]] Result<void> findIdle() {
        m_result.watched = {m_request.range.first, std::max(m_request.range.last, m_all.last)};
        const auto days = CoverageView::load(m_cache, Dataset::Usage,
                                             {std::min(m_all.first, m_result.watched.first), m_result.watched.last});
        if (!days) return failure(days.error());
        // What is not fetched at the end, because it lies after the last sync, is no gap.
        while (m_result.watched.days() > 1 && days->state(m_result.watched.last) == DayState::Missing) {
            m_result.watched.last = m_result.watched.last - 1;
        }
        m_result.watchedDays = days->completeness(m_result.watched);
        m_result.idleFollowsAll =
            std::all_of(m_request.where.begin(), m_request.where.end(), [](const DimensionFilter& filter) {
                return filter.dimension == Dimension::Workspace || filter.dimension == Dimension::ApiKey;
            });
        std::set<QString> waiting;
        for (const auto& [id, key] : m_keys) {
            if (isActive(*key) && isWanted(*key)) waiting.insert(id);
        }
        m_result.activeKeys = static_cast<int>(waiting.size());
        if (m_result.watchedDays.isEmpty()) return {};  // of no day is known who was used
        const auto lastUses = lastUsesOf(waiting);
        if (!lastUses) return failure(lastUses.error());
        for (const QString& id : waiting) {
            const auto found = lastUses->find(id);
            if (found != lastUses->end() && found->second >= m_result.watched.first) continue;
            addIdle(*m_keys.at(id), found == lastUses->end() ? std::nullopt : std::optional(found->second), *days);
        }
        std::sort(m_result.idle.begin(), m_result.idle.end(), [](const IdleKey& a, const IdleKey& b) {
            return a.lastUsedOn != b.lastUsedOn ? a.lastUsedOn < b.lastUsedOn : lessByName(a.key, b.key);
        });
        return {};
    }

    void addIdle(const StoredObject& key, std::optional<UtcDay> lastUse, const CoverageView& days) {
        const StoredFields fields(ObjectKind::ApiKey, key);
        IdleKey idle;
        idle.key = {key.object.id, m_lists.nameOf(ObjectKind::ApiKey, key.object.id)};
        idle.workspace = workspaceOf(key);
        if (const QString owner = fields.text("created_by"); !owner.isEmpty()) {
            idle.owner = m_lists.nameOf(ObjectKind::User, owner);
        }
        idle.created = fields.time("created_at");
        idle.lastUsedOn = lastUse;
        const UtcDay last = m_result.watched.last;
        if (!lastUse && idle.created.isValid()) {
            const UtcDay created = UtcDay::fromDateTime(idle.created);
            idle.neverUsed = created > last || days.isPresent({created, last});
        }
        m_result.idle.push_back(std::move(idle));
    }

    /// The last day with tokens of these keys; of one that was used in a later month than the watched days begin in,
    /// some day after that.
    [[nodiscard]] Result<std::map<QString, UtcDay>> lastUsesOf(const std::set<QString>& ids) const {
        std::map<QString, UtcDay> found;
        const auto take = [&](const LastUses& uses) {
            for (const auto& [term, day] : uses) {
                if (QString id = m_cache.text(term); ids.contains(id)) found.emplace(std::move(id), day);
            }
        };
        const UtcDay nextMonth = m_result.watched.first.lastOfMonth() + 1;
        const UtcDay end = m_result.watched.last.lastOfMonth();
        if (nextMonth <= end) {
            // In one sum: which day it was does not matter.
            const auto later = readLastPeriods(m_cache, {nextMonth, end}, Interval::Total);
            if (!later) return failure(later.error());
            take(*later);
        }
        if (found.size() == ids.size()) return found;
        const auto isLeft = [&](TermId term) {
            const QString id = m_cache.text(term);
            return ids.contains(id) && !found.contains(id);
        };
        const auto uses = readLastUses(m_cache, {std::min(m_all.first, m_result.watched.first), nextMonth - 1}, isLeft);
        if (!uses) return failure(uses.error());
        take(*uses);
        return found;
    }

    const CacheReader& m_cache;
    const KeyUsageRequest& m_request;
    StoredLists m_lists;
    std::map<QString, const StoredObject*> m_keys;  // of m_lists, by id
    DateRange m_all;                                // that the cache has anything of
    KeyUsage m_result;
};

}  // namespace

Result<KeyUsage> buildKeyUsage(const CacheReader& cache, const KeyUsageRequest& request) {
    const CacheReader::Snapshot snapshot(cache);
    return Builder(cache, request).build();
}

}  // namespace tokenledger
