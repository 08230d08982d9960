// Who uses the keys, and which lie idle, in a small cache whose every day is known.
#include "app/reports/keyusage.h"
#include "smallcache.h"

#include <QTest>

using namespace tokenledger;

namespace {

const UtcDay Today = isoDay("2026-11-20");
const DateRange Filled{isoDay("2026-07-15"), Today};
const DateRange Month{isoDay("2026-10-22"), Today};

UsageMeasures tokens(std::int64_t count) { return {count, 0, 0, 0, 0, 0}; }

struct Key {
    const char* id;
    const char* name;
    const char* status;
    const char* workspace;
    const char* owner;
    const char* created;
    const char* expires = nullptr;
};

ListedObject listed(const Key& key) {
    const auto text = [](const char* value) {
        return value != nullptr ? std::optional(QString::fromUtf8(value)) : std::nullopt;
    };
    return {QString::fromLatin1(key.id),
            {text(key.name),
             text(key.status),
             text(key.workspace),
             text(key.created),
             text(key.owner),
             text(key.expires),
             {}}};
}

void storeKeys(SmallCache& cache, const std::vector<Key>& keys) {
    ObjectList list{ObjectKind::ApiKey, {}, {}};
    for (const Key& key : keys) list.objects.push_back(listed(key));
    if (!cache.writer().storeObjects(list, {SmallCache::log(Dataset::Organization, noonOf(Today))})) qFatal("no list");
}

KeyUsage built(const SmallCache& cache, const DateRange& range) {
    const auto result = buildKeyUsage(*cache.reader(), {range, {}, noonOf(Today)});
    if (!result) qFatal("%s", qPrintable(result.error().message));
    return *result;
}

QStringList idsOf(const std::vector<KeyUsage::IdleKey>& keys) {
    QStringList ids;
    for (const auto& key : keys) ids.append(key.key.id);
    return ids;
}

}  // namespace

class TestKeyUsage : public QObject {
    Q_OBJECT
    SmallCache m_cache;

private slots:
    void initTestCase() {
        m_cache.workspaces({{"wrkspc_a", "Production"}});
        ObjectList users{ObjectKind::User, {}, {}};
        users.objects.push_back(
            {QStringLiteral("user_1"), {QStringLiteral("Ada Ö."), QStringLiteral("ada@example.org"), {}, {}}});
        QVERIFY(m_cache.writer().storeObjects(users, {SmallCache::log(Dataset::Organization, noonOf(Today))}));
        storeKeys(m_cache, {{"key_daily", "daily", "active", "wrkspc_a", "user_1", "2025-01-01T00:00:00Z"},
                            {"key_edge", "edge", "active", "wrkspc_a", "user_1", "2025-01-01T00:00:00Z"},
                            {"key_august", "august", "active", nullptr, "user_2", "2025-01-01T00:00:00Z"},
                            {"key_october", "october", "active", "wrkspc_a", nullptr, "2025-01-01T00:00:00Z"},
                            {"key_old", "old", "active", "wrkspc_a", "user_1", "2025-01-01T00:00:00Z"},
                            {"key_new", "", "active", "wrkspc_a", "user_1", "2026-11-01T10:00:00Z"},
                            {"key_searches", "searches", "active", "wrkspc_gone", "user_1", "2026-11-02T10:00:00Z"},
                            {"key_off", "off", "inactive", "wrkspc_a", "user_1", "2025-01-01T00:00:00Z"},
                            {"key_gone", "gone", "archived", "wrkspc_a", "user_1", "2025-01-01T00:00:00Z"}});
        std::vector<QByteArray> isos;
        std::vector<UsageLine> lines;
        isos.reserve(static_cast<std::size_t>(Filled.days()));
        for (UtcDay day = Filled.first; day <= Filled.last; day = day + 1) {
            isos.push_back(day.toIso().toLatin1());
            const char* iso = isos.back().constData();
            lines.push_back({iso, "wrkspc_a", "key_daily", "m", "standard", tokens(10)});
            lines.push_back({iso, "wrkspc_a", NoId, "m", "standard", tokens(1)});
            if (day.number() % 2 == 0) lines.push_back({iso, "wrkspc_a", "key_unlisted", "n", "standard", tokens(100)});
        }
        lines.push_back(
            {"2026-10-22", "wrkspc_a", "key_edge", "m", "standard", tokens(7)});  // the first day of the range
        lines.push_back({"2026-08-31", "", "key_august", "m", "standard", tokens(7)});
        lines.push_back({"2026-08-03", "", "key_august", "m", "standard", tokens(7)});
        lines.push_back({"2026-10-21", "wrkspc_a", "key_october", "m", "standard", tokens(7)});
        lines.push_back({"2026-11-10", "wrkspc_a", "key_searches", "m", "standard", {0, 0, 0, 0, 0, 4}});
        m_cache.usage(Filled, noonOf(Today), lines);
    }

    void usedKeysByTokens() {
        const KeyUsage keys = built(m_cache, Month);
        QCOMPARE(keys.used.size(), 4U);
        QCOMPARE(keys.used[0].key.id, QStringLiteral("key_unlisted"));
        QCOMPARE(keys.used[0].tokens, 1'500);
        QVERIFY(!keys.used[0].workspace);
        QCOMPARE(keys.used[1].key.name, QStringLiteral("daily"));
        QCOMPARE(keys.used[1].tokens, 300);
        QCOMPARE(keys.used[1].workspace, std::optional(QStringLiteral("Production")));
        QCOMPARE(keys.used[2].key, (CostValue{{}, QStringLiteral("(console)")}));
        QCOMPARE(keys.tokens, 1'500 + 300 + 30 + 7);
        QCOMPARE(keys.keysInUse, 3);
    }

    void keysOfADay() {
        const KeyUsage keys = built(m_cache, Month);
        QCOMPARE(keys.keysPerDay.size(), std::size_t(Month.days()));
        for (int i = 0; i < Month.days(); ++i) {
            const int expected = 1 + ((Month.first + i).number() % 2 == 0 ? 1 : 0) + (i == 0 ? 1 : 0);
            QCOMPARE(keys.keysPerDay[static_cast<std::size_t>(i)], std::optional(expected));
        }
        // Days that are not there have no number; a long range none at all.
        const KeyUsage beyond = built(m_cache, {Today - 1, Today + 2});
        QVERIFY(beyond.keysPerDay[1] && !beyond.keysPerDay[2] && !beyond.keysPerDay[3]);
        QVERIFY(built(m_cache, Filled).keysPerDay.empty());
        QCOMPARE(built(m_cache, Filled).used[1].tokens, 10 * Filled.days());
    }

    void idleSinceTheLastDayWithTokens() {
        const KeyUsage keys = built(m_cache, Month);
        QCOMPARE(keys.activeKeys, 7);
        QCOMPARE(idsOf(keys.idle),
                 (QStringList{QStringLiteral("key_new"), QStringLiteral("key_old"), QStringLiteral("key_searches"),
                              QStringLiteral("key_august"), QStringLiteral("key_october")}));
        const auto& made = keys.idle[0];
        QCOMPARE(made.key.name, QStringLiteral("key_new"));  // an empty name is none
        QVERIFY(made.neverUsed && !made.lastUsedOn);
        QCOMPARE(made.created, *fromRfc3339(u"2026-11-01T10:00:00Z"));
        QCOMPARE(made.owner, std::optional(QString::fromUtf8("Ada Ö.")));
        QCOMPARE(made.workspace, QStringLiteral("Production"));
        // Made before the cache begins: what it did then is not known.
        QVERIFY(!keys.idle[1].neverUsed && !keys.idle[1].lastUsedOn);
        QVERIFY(keys.idle[2].neverUsed);  // web searches are no tokens
        QCOMPARE(keys.idle[2].workspace, QStringLiteral("wrkspc_gone"));
        QCOMPARE(keys.idle[3].lastUsedOn, std::optional(isoDay("2026-08-31")));
        QCOMPARE(keys.idle[3].workspace, QStringLiteral("(default workspace)"));
        QCOMPARE(keys.idle[3].owner, std::optional(QStringLiteral("user_2")));
        QCOMPARE(keys.idle[4].lastUsedOn, std::optional(isoDay("2026-10-21")));
        QVERIFY(!keys.idle[4].owner);
        QCOMPARE(keys.knownFrom, Filled.first);
        QCOMPARE(keys.watched, Month);
        QCOMPARE(keys.watchedDays.presentDays(), Month.days());
    }

    /// A key that was used after the period is not idle now.
    void watchesToTheEndOfTheCache() {
        const KeyUsage keys = built(m_cache, {isoDay("2026-08-01"), isoDay("2026-08-10")});
        QCOMPARE(keys.watched, (DateRange{isoDay("2026-08-01"), Today}));
        QCOMPARE(idsOf(keys.idle),
                 (QStringList{QStringLiteral("key_new"), QStringLiteral("key_old"), QStringLiteral("key_searches")}));
        const KeyUsage november = built(m_cache, {isoDay("2026-11-01"), Today});
        QCOMPARE(november.idle.back().key.id, QStringLiteral("key_edge"));
        QCOMPARE(november.idle.back().lastUsedOn, std::optional(isoDay("2026-10-22")));
        // Days after the last sync are no gap.
        QCOMPARE(built(m_cache, {isoDay("2026-11-01"), Today + 5}).watched.last, Today);
    }

    void followsTheFilters() {
        const auto reader = m_cache.reader();
        KeyUsageRequest asked{Month, {{Dimension::Workspace, {NullTerm}}}, noonOf(Today)};
        const KeyUsage ofDefault = buildKeyUsage(*reader, asked).value();
        QCOMPARE(idsOf(ofDefault.idle), QStringList{QStringLiteral("key_august")});
        QCOMPARE(ofDefault.activeKeys, 1);
        QVERIFY(ofDefault.idleFollowsAll);
        asked.where = {{Dimension::ApiKey, reader->findTerms(Dimension::ApiKey, QStringLiteral("october")).value()}};
        QCOMPARE(idsOf(buildKeyUsage(*reader, asked).value().idle), QStringList{QStringLiteral("key_october")});
        // A model says nothing of a key that is not used.
        asked.where = {{Dimension::Model, reader->findTerms(Dimension::Model, QStringLiteral("n")).value()}};
        const KeyUsage ofModel = buildKeyUsage(*reader, asked).value();
        QVERIFY(!ofModel.idleFollowsAll);
        QCOMPARE(ofModel.idle.size(), 5U);
        QCOMPARE(ofModel.used.size(), 1U);
    }

    void nothingFetchedIsNotIdle() {
        SmallCache cache;
        const KeyUsage empty = built(cache, Month);
        QVERIFY(!empty.listedAt.isValid());
        QVERIFY(empty.used.empty() && empty.idle.empty() && empty.completeness.isEmpty());
        storeKeys(cache, {{"key_1", "one", "active", nullptr, nullptr, nullptr}});
        const KeyUsage listed = built(cache, Month);
        QVERIFY(listed.listedAt.isValid());
        QCOMPARE(listed.activeKeys, 1);
        QVERIFY(listed.idle.empty());  // no day is there: who knows
        QVERIFY(listed.watchedDays.isEmpty());
    }

    /// The API may go on calling a key active whose time is over.
    void anExpiredKeyIsNotActive() {
        SmallCache cache;
        storeKeys(cache, {{"key_1", "over", "active", nullptr, nullptr, nullptr, "2026-11-20T12:00:00Z"},
                          {"key_2", "nearly", "active", nullptr, nullptr, nullptr, "2026-11-20T12:00:01Z"},
                          {"key_3", "expired", "expired", nullptr, nullptr, nullptr}});
        cache.usage(Month, noonOf(Today), {});
        const KeyUsage keys = built(cache, Month);
        QCOMPARE(keys.activeKeys, 1);
        QCOMPARE(idsOf(keys.idle), QStringList{QStringLiteral("key_2")});
    }

    void anOwnerWithoutANameIsNamedByEmailOrId() {
        SmallCache cache;
        ObjectList users{ObjectKind::User, {}, {}};
        users.objects.push_back(
            {QStringLiteral("user_1"), {QString(QLatin1String("")), QStringLiteral("cy@example.org"), {}, {}}});
        users.objects.push_back({QStringLiteral("user_2"), {QString(QLatin1String("")), {}, {}, {}}});
        QVERIFY(cache.writer().storeObjects(users, {SmallCache::log(Dataset::Organization, noonOf(Today))}));
        storeKeys(cache, {{"key_1", "one", "active", nullptr, "user_1", nullptr},
                          {"key_2", "two", "active", nullptr, "user_2", nullptr}});
        cache.usage(Month, noonOf(Today), {});
        const KeyUsage keys = built(cache, Month);
        QCOMPARE(keys.idle.at(0).owner, std::optional(QStringLiteral("cy@example.org")));
        QCOMPARE(keys.idle.at(1).owner, std::optional(QStringLiteral("user_2")));
    }

    void aKeyThatIsNotListedAnyMoreIsNotIdle() {
        SmallCache cache;
        storeKeys(cache, {{"key_1", "one", "active", nullptr, nullptr, nullptr},
                          {"key_2", "two", "active", nullptr, nullptr, "no time"}});
        storeKeys(cache, {{"key_2", "two", "active", nullptr, nullptr, "no time"}});
        cache.usage(Month, noonOf(Today), {});
        const KeyUsage keys = built(cache, Month);
        QCOMPARE(idsOf(keys.idle), QStringList{QStringLiteral("key_2")});
        QVERIFY(!keys.idle.front().created.isValid() && !keys.idle.front().neverUsed);
    }
};

QTEST_GUILESS_MAIN(TestKeyUsage)
#include "tst_keyusage.moc"
