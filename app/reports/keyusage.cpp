#include "app/reports/keyusage.h"

#include "app/reports/coverageview.h"
#include "app/reports/rowbuilder.h"

#include <algorithm>
#include <map>
#include <set>

namespace tokenledger {

namespace {

std::optional<QString> fieldOf(const ListedObject& object, ObjectKind kind, const char* name) {
    const auto fields = fieldsOf(kind);
    for (std::size_t i = 0; i < fields.size() && i < object.values.size(); ++i) {
        if (QLatin1String(fields[i].name) == QLatin1String(name)) return object.values[i];
    }
    return std::nullopt;
}

bool lessByName(const CostValue& a, const CostValue& b) { return textLess(a.name + a.id, b.name + b.id); }

/// The organization's lists, by id.
class Lists {
public:
    [[nodiscard]] static Result<Lists> read(const CacheReader& cache) {
        Lists lists;
        for (const auto& [kind, names] :
             {std::pair{ObjectKind::Workspace, &lists.m_workspaces}, {ObjectKind::User, &lists.m_users}}) {
            const auto objects = cache.objects(kind);
            if (!objects) return failure(objects.error());
            for (const StoredObject& each : *objects) {
                if (const auto& name = each.object.values.front()) names->insert(each.object.id, *name);
            }
        }
        auto keys = cache.objects(ObjectKind::ApiKey);
        if (!keys) return failure(keys.error());
        for (StoredObject& key : *keys) {
            QString id = key.object.id;
            lists.m_keys.emplace(std::move(id), std::move(key));
        }
        return lists;
    }

    [[nodiscard]] const std::map<QString, StoredObject>& keys() const { return m_keys; }
    /// Null is the default workspace.
    [[nodiscard]] QString workspaceOf(const StoredObject& key, const CacheReader& cache) const {
        const QString id = workspaceId(key);
        return id.isEmpty() ? cache.displayName(Dimension::Workspace, NullTerm) : m_workspaces.value(id, id);
    }
    [[nodiscard]] static QString workspaceId(const StoredObject& key) {
        return fieldOf(key.object, ObjectKind::ApiKey, "workspace_id").value_or(QString());
    }
    [[nodiscard]] std::optional<QString> ownerOf(const StoredObject& key) const {
        const auto id = fieldOf(key.object, ObjectKind::ApiKey, "created_by");
        return id ? std::optional(m_users.value(*id, *id)) : std::nullopt;
    }

private:
    QHash<QString, QString> m_workspaces;
    QHash<QString, QString> m_users;
    std::map<QString, StoredObject> m_keys;
};

class Builder {
public:
    Builder(const CacheReader& cache, const KeyUsageRequest& request) : m_cache(cache), m_request(request) {
        m_result.request = request;
    }

    [[nodiscard]] Result<KeyUsage> build() {
        auto lists = Lists::read(m_cache);
        if (!lists) return failure(lists.error());
        m_lists = *std::move(lists);
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
            const auto found = m_lists.keys().find(id);
            if (found != m_lists.keys().end() && found->second.lastSeenAt.isValid()) {
                used.workspace = m_lists.workspaceOf(found->second, m_cache);
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

    /// The filters that say something of a key itself.
    [[nodiscard]] bool isWanted(const StoredObject& key) const {
        return std::all_of(m_request.where.begin(), m_request.where.end(), [&](const DimensionFilter& filter) {
            const bool byKey = filter.dimension == Dimension::ApiKey;
            if (!byKey && filter.dimension != Dimension::Workspace) return true;
            const QString id = byKey ? key.object.id : Lists::workspaceId(key);
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
        for (const auto& [id, key] : m_lists.keys()) {
            const auto status = fieldOf(key.object, ObjectKind::ApiKey, "status");
            if (key.isListed && status == QLatin1String("active") && isWanted(key)) waiting.insert(id);
        }
        m_result.activeKeys = static_cast<int>(waiting.size());
        if (m_result.watchedDays.isEmpty()) return {};  // of no day is known who was used
        auto lastUses = readLastUses(waiting);
        if (!lastUses) return failure(lastUses.error());
        for (const QString& id : waiting) {
            const auto found = lastUses->find(id);
            if (found != lastUses->end() && found->second >= m_result.watched.first) continue;
            addIdle(m_lists.keys().at(id), found == lastUses->end() ? std::nullopt : std::optional(found->second),
                    *days);
        }
        std::sort(m_result.idle.begin(), m_result.idle.end(), [](const IdleKey& a, const IdleKey& b) {
            return a.lastUsedOn != b.lastUsedOn ? a.lastUsedOn < b.lastUsedOn : lessByName(a.key, b.key);
        });
        return {};
    }

    void addIdle(const StoredObject& key, std::optional<UtcDay> lastUse, const CoverageView& days) {
        IdleKey idle;
        const auto name = key.object.values.front();
        idle.key = {key.object.id, name && !name->isEmpty() ? *name : key.object.id};
        idle.workspace = m_lists.workspaceOf(key, m_cache);
        idle.owner = m_lists.ownerOf(key);
        if (const auto created = fieldOf(key.object, ObjectKind::ApiKey, "created_at")) {
            if (const auto time = fromRfc3339(*created)) idle.createdOn = UtcDay::fromDateTime(*time);
        }
        idle.lastUsedOn = lastUse;
        const UtcDay last = m_result.watched.last;
        idle.neverUsed =
            !lastUse && idle.createdOn && (*idle.createdOn > last || days.isPresent({*idle.createdOn, last}));
        m_result.idle.push_back(std::move(idle));
    }

    /// The last day with tokens of these keys. Months, which are summed already, say in which one to look; keys that
    /// were used in a later month than the watched days begin in get some day of it.
    [[nodiscard]] Result<std::map<QString, UtcDay>> readLastUses(const std::set<QString>& ids) const {
        std::map<QString, UtcDay> found;
        const UtcDay nextMonth = m_result.watched.first.lastOfMonth() + 1;
        const UtcDay end = m_result.watched.last.lastOfMonth();
        if (nextMonth <= end) {
            const auto later = lastPeriods({nextMonth, end}, Interval::Total, {}, ids);
            if (!later) return failure(later.error());
            for (const auto& [id, use] : *later) found.emplace(id, use.day);
        }
        std::set<QString> others;
        for (const QString& id : ids) {
            if (!found.contains(id)) others.insert(id);
        }
        const UtcDay begin = std::min(m_all.first, m_result.watched.first).firstOfMonth();
        if (others.empty()) return found;
        const auto months = lastPeriods({begin, nextMonth - 1}, Interval::Month, {}, others);
        if (!months) return failure(months.error());
        std::map<UtcDay, std::vector<TermId>> byMonth;
        for (const auto& [id, use] : *months) byMonth[use.day].push_back(use.key);
        for (const auto& [month, keys] : byMonth) {
            const auto days = lastPeriods({month, month.lastOfMonth()}, Interval::Day, keys, others);
            if (!days) return failure(days.error());
            for (const auto& [id, use] : *days) found.emplace(id, use.day);
        }
        return found;
    }

    struct Use {
        TermId key = NullTerm;
        UtcDay day;  // the first one of the period
    };
    /// The last period with tokens of each of these keys; `only`: where known, their terms.
    [[nodiscard]] Result<std::map<QString, Use>> lastPeriods(const DateRange& days, Interval interval,
                                                             const std::vector<TermId>& only,
                                                             const std::set<QString>& ids) const {
        FactQuery query{days, interval, {Dimension::ApiKey}, {}};
        if (!only.empty()) query.where = {{Dimension::ApiKey, only}};
        const auto rows = m_cache.usage(query);
        if (!rows) return failure(rows.error());
        std::map<TermId, UtcDay> last;
        for (const UsageRow& row : *rows) {
            const auto tokens = row.measures.totalTokens();
            if (!tokens) return failure(tokens.error());
            if (*tokens > 0 && row.keys[0] > NullTerm) last[row.keys[0]] = UtcDay::fromSeconds(row.period);
        }
        std::map<QString, Use> uses;
        for (const auto& [term, day] : last) {
            const QString id = m_cache.text(term);
            if (ids.contains(id)) uses.emplace(id, Use{term, day});
        }
        return uses;
    }

    const CacheReader& m_cache;
    const KeyUsageRequest& m_request;
    Lists m_lists;
    DateRange m_all;  // that the cache has anything of
    KeyUsage m_result;
};

}  // namespace

Result<KeyUsage> buildKeyUsage(const CacheReader& cache, const KeyUsageRequest& request) {
    const CacheReader::Snapshot snapshot(cache);
    return Builder(cache, request).build();
}

}  // namespace tokenledger
