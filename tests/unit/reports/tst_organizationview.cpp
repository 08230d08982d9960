// The organization as its lists name it, with the use that the cache knows of: what is there, gone, refused or unknown.
#include "organizationcache.h"

#include <QTest>

using namespace tokenledger;

class OrganizationViewTest : public QObject {
    Q_OBJECT
private slots:
    void keysKnowTheirUse();
    void lastUseIsADayOfAnyMonth();
    void workspacesKnowTheirSpend();
    void useAddsUpToTheReports();
    void nothingIsKnownOfDaysThatNeverCame();
    void peopleAndInvites();
    void changesAreNewestFirst();
    void changesOfTheLastSync();
    void aListThatIsRefusedSaysSo();
    void aListOfPartsIsWholeOnlyWithAll();
    void anEmptyCache();
    void sumsThatAreTooLarge();
};

namespace {

QString text(const QDateTime& time) { return toRfc3339(time); }

QString number(const std::optional<std::int64_t>& value) {
    return value ? QString::number(*value) : QStringLiteral("-");
}

QString known(OrganizationView::Known state) {
    return state == OrganizationView::Known::Listed ? QStringLiteral("listed")
           : state == OrganizationView::Known::Gone ? QStringLiteral("gone")
                                                    : QStringLiteral("used");
}

QStringList keys(const OrganizationView& view) {
    QStringList lines;
    for (const auto& key : view.keys) {
        const QString owner = key.ownerLeft ? QString(key.owner + u'!') : key.owner;
        lines.append(QStringList{
            key.name, known(key.known), key.status, view.isActive(key) ? QStringLiteral("on") : QStringLiteral("off"),
            key.workspace, owner, key.lastUse ? key.lastUse->toIso() : QStringLiteral("never"), number(key.tokens)}
                         .join(u'|'));
    }
    return lines;
}

QStringList workspaces(const OrganizationView& view) {
    QStringList lines;
    for (const auto& one : view.workspaces) {
        const auto count = [](const std::optional<int>& value) {
            return value ? QString::number(*value) : QStringLiteral("-");
        };
        lines.append(QStringList{one.name, known(one.known), text(one.archived), count(one.members), count(one.keys),
                                 number(one.spend ? std::optional(one.spend->nano()) : std::nullopt)}
                         .join(u'|'));
    }
    return lines;
}

QStringList changes(const OrganizationView& view) {
    QStringList lines;
    for (const auto& change : view.changes) {
        lines.append(QStringList{objectKindName(change.kind), change.name, change.field,
                                 change.old.value_or(QStringLiteral("-")), change.now.value_or(QStringLiteral("-"))}
                         .join(u'|'));
    }
    lines.sort();
    return lines;
}

}  // namespace

void OrganizationViewTest::keysKnowTheirUse() {
    SmallCache cache;
    fillLists(cache);
    fillUse(cache);
    const OrganizationView view = viewOf(cache);
    QCOMPARE(keys(view),
             QStringList({QStringLiteral("nightly build|listed|active|on|Entwürfe, \"neu\"|Ann|2026-11-15|131"),
                          QStringLiteral("(console)|used||off|||2026-11-18|5"),
                          QStringLiteral("apikey_x|used||off|||2026-11-17|3"),
                          QStringLiteral("gone|gone|active|off|Build||2026-11-11|0"),
                          QStringLiteral("old|listed|inactive|off|(default workspace)|milan@example.org!|2026-11-09|0"),
                          QStringLiteral("short|listed|active|off|Entwürfe, \"neu\"|Ann|never|0")}));
    QCOMPARE(text(view.keys[5].expires), QStringLiteral("2026-11-20T11:59:59Z"));
    QVERIFY(view.isExpired(view.keys[5]) && !view.isExpired(view.keys[0]));
    QCOMPARE(text(view.keys[0].created), QStringLiteral("2026-01-05T09:00:00Z"));
    QCOMPARE(view.usage.days, std::optional(DateRange{isoDay("2026-11-09"), Today}));
    QCOMPARE(view.usage.missing, 1);
    QCOMPARE(view.usageOfRange.presentDays(), 7);
}

void OrganizationViewTest::lastUseIsADayOfAnyMonth() {
    SmallCache cache;
    fillLists(cache);
    const auto use = [](const char* day, const char* id, const UsageMeasures& measures) {
        return UsageLine{day, "wrkspc_a", id, "claude-opus-5-5", "standard", measures};
    };
    cache.usage({isoDay("2025-12-30"), isoDay("2026-11-20")}, Now,
                {use("2025-12-30", "apikey_1", output(1)), use("2025-12-31", "apikey_1", output(2)),
                 use("2025-12-31", "apikey_2", output(3)), use("2026-02-01", "apikey_2", output(4)),
                 use("2026-02-28", "apikey_2", {0, 0, 0, 0, 0, 9}), use("2026-11-14", "apikey_4", output(5)),
                 use("2026-11-20", "apikey_4", output(6)), use("2026-03-31", NoId, output(7))});
    // A range within a month, beside whole ones.
    QStringList lines = keys(viewOf(cache, {isoDay("2025-12-31"), isoDay("2026-11-19")}));
    lines.sort();
    QCOMPARE(lines,
             QStringList({QStringLiteral("(console)|used||off|||2026-03-31|7"),
                          QStringLiteral("gone|gone|active|off|Build||never|0"),
                          QStringLiteral("nightly build|listed|active|on|Entwürfe, \"neu\"|Ann|2025-12-31|2"),
                          QStringLiteral("old|listed|inactive|off|(default workspace)|milan@example.org!|2026-02-01|7"),
                          QStringLiteral("short|listed|active|off|Entwürfe, \"neu\"|Ann|2026-11-20|5")}));
}

void OrganizationViewTest::workspacesKnowTheirSpend() {
    SmallCache cache;
    fillLists(cache);
    fillUse(cache);
    QCOMPARE(workspaces(viewOf(cache)),
             QStringList({QStringLiteral("Entwürfe, \"neu\"|listed||1|1|1000000001"),
                          QStringLiteral("wrkspc_x|used||-|0|30"), QStringLiteral("(default workspace)|used||-|0|5"),
                          QStringLiteral("Build|listed|2026-11-18T00:00:00Z|-|0|0")}));
}

void OrganizationViewTest::useAddsUpToTheReports() {
    SmallCache cache;
    fillLists(cache);
    fillUse(cache);
    const OrganizationView view = viewOf(cache);
    std::int64_t tokens = 0;
    for (const auto& key : view.keys) tokens += key.tokens.value_or(0);
    std::int64_t nano = 0;
    for (const auto& one : view.workspaces) nano += one.spend.value_or(Money()).nano();
    const auto reader = cache.reader();
    const UsageMeasures used = reader->usage({Range, Interval::Total, {}, {}}).value().front().measures;
    const Money billed = reader->cost({Range, Interval::Total, {}, {}}).value().front().measures;
    QCOMPARE(tokens, used.totalTokens().value());
    QCOMPARE(view.tokens, std::optional(tokens));
    QCOMPARE(nano, billed.nano());
    QCOMPARE(view.spend, std::optional(billed));
}

void OrganizationViewTest::nothingIsKnownOfDaysThatNeverCame() {
    SmallCache cache;
    fillLists(cache);
    fillUse(cache);
    const DateRange before{isoDay("2026-10-01"), isoDay("2026-10-31")};
    const OrganizationView view = viewOf(cache, before);
    for (const auto& key : view.keys) QVERIFY(!key.tokens);
    for (const auto& one : view.workspaces) QVERIFY(!one.spend);
    QVERIFY(!view.tokens && !view.spend);
    QVERIFY(view.usageOfRange.isEmpty() && view.costOfRange.isEmpty());
    // Last use is of the whole cache, whatever the range.
    const auto nightly = std::find_if(view.keys.begin(), view.keys.end(),
                                      [](const auto& key) { return key.id == QLatin1String("apikey_1"); });
    QCOMPARE(nightly->lastUse, std::optional(isoDay("2026-11-15")));
}

void OrganizationViewTest::peopleAndInvites() {
    SmallCache cache;
    fillLists(cache);
    fillUse(cache);
    const OrganizationView view = viewOf(cache);
    QCOMPARE(view.users.size(), std::size_t{2});
    QCOMPARE(view.users[0].name, QStringLiteral("Ann"));
    QCOMPARE(view.users[0].lastClaudeCode, std::optional(isoDay("2026-11-14")));
    QCOMPARE(view.users[1].name, QStringLiteral("milan@example.org"));
    QVERIFY(view.users[1].known == OrganizationView::Known::Gone && !view.users[1].lastClaudeCode);
    QCOMPARE(view.members.size(), std::size_t{1});
    QCOMPARE(view.members[0].person, QStringLiteral("Ann"));
    QCOMPARE(view.members[0].workspace, QStringLiteral("Entwürfe, \"neu\""));
    QCOMPARE(view.invites.size(), std::size_t{3});
    QCOMPARE(view.invites[0].email, QStringLiteral("c@d.example"));
    QVERIFY(view.invites[0].isOpen && !view.invites[0].isExpired);
    QVERIFY(!view.invites[1].isOpen && view.invites[1].isExpired);  // its time is over, whatever its status says
    QVERIFY(!view.invites[2].isOpen && !view.invites[2].isExpired);
}

void OrganizationViewTest::changesAreNewestFirst() {
    SmallCache cache;
    fillLists(cache);
    const OrganizationView view = viewOf(cache);
    QCOMPARE(changes(view),
             QStringList(
                 {QStringLiteral("api key|gone|listed|yes|-"),
                  QStringLiteral("api key|nightly build|name|nightly|nightly build"),
                  QStringLiteral("api key|old|status|active|inactive"), QStringLiteral("api key|short|listed|-|yes"),
                  QStringLiteral("invite|a@b.example|listed|-|yes"), QStringLiteral("invite|c@d.example|listed|-|yes"),
                  QStringLiteral("invite|e@f.example|listed|-|yes"), QStringLiteral("member|Ann in Build|listed|yes|-"),
                  QStringLiteral("member|milan@example.org in Entwürfe, \"neu\"|listed|yes|-"),
                  QStringLiteral("user|milan@example.org|listed|yes|-"),
                  QStringLiteral("workspace|Build|archived_at|-|2026-11-18T00:00:00Z")}));
    QVERIFY(std::is_sorted(view.changes.begin(), view.changes.end(),
                           [](const auto& a, const auto& b) { return a.seenAt > b.seenAt; }));
    for (const auto& change : view.changes) QVERIFY(change.ofLastSync);
    QVERIFY(view.wereCompared);
}

void OrganizationViewTest::changesOfTheLastSync() {
    SmallCache cache;
    fillLists(cache);
    const QDateTime third = SecondSync.addDays(1);
    list(cache, ObjectKind::User, third, "users",
         {object(Ann, {"Ann", "Ann@Example.org", "developer", "2026-01-01T00:00:00Z"})});
    const OrganizationView view = viewOf(cache);
    QCOMPARE(view.changes.front().now, value("developer"));
    for (const auto& change : view.changes) {
        // Milan went in the sync before; the other lists did not come again.
        const bool earlier = change.kind == ObjectKind::User && change.field == QLatin1String("listed");
        QCOMPARE(change.ofLastSync, !earlier);
    }
    QCOMPARE(view.asOf, third);
}

void OrganizationViewTest::aListThatIsRefusedSaysSo() {
    SmallCache cache;
    fillUse(cache);
    list(cache, ObjectKind::Workspace, FirstSync, "workspaces",
         {object("wrkspc_a", {"A", "2026-01-01T00:00:00Z", nullptr})});
    QVERIFY(cache.writer()
                .recordFailure(Dataset::Organization, {Today, Today}, {ErrorKind::Forbidden, {}, {}},
                               listAnswer(SecondSync, "api_keys", 403))
                .has_value());
    const OrganizationView view = viewOf(cache);
    QVERIFY(view.list(ObjectKind::ApiKey).refused && !view.list(ObjectKind::ApiKey).isWhole());
    QCOMPARE(view.list(ObjectKind::ApiKey).problem, QStringLiteral("The key may not read this list."));
    QVERIFY(view.keys.empty());  // not even those that usage names: nothing is said of keys
    QVERIFY(!view.workspaces.front().keys && !view.workspaces.front().members);
    QVERIFY(!view.list(ObjectKind::Workspace).refused && view.list(ObjectKind::Workspace).isWhole());
    QVERIFY(view.list(ObjectKind::User).problem.isEmpty() && !view.list(ObjectKind::User).isWhole());
    QVERIFY(!view.wereCompared);

    // Once refused, later granted; and the other way round an old list stays, with the problem.
    list(cache, ObjectKind::ApiKey, SecondSync.addSecs(60), "api_keys",
         {key("apikey_1", "nightly", "active", "wrkspc_a", nullptr)});
    QVERIFY(cache.writer()
                .recordFailure(Dataset::Organization, {Today, Today}, {ErrorKind::Forbidden, {}, {}},
                               listAnswer(SecondSync.addSecs(90), "workspaces", 403))
                .has_value());
    const OrganizationView later = viewOf(cache);
    QVERIFY(!later.list(ObjectKind::ApiKey).refused && later.list(ObjectKind::ApiKey).problem.isEmpty());
    QCOMPARE(later.list(ObjectKind::ApiKey).named, std::size_t{1});
    QVERIFY(later.list(ObjectKind::Workspace).refused && later.list(ObjectKind::Workspace).isWhole());
    QCOMPARE(later.workspaces.front().keys, std::optional(1));
}

void OrganizationViewTest::aListOfPartsIsWholeOnlyWithAll() {
    SmallCache cache;
    list(cache, ObjectKind::Workspace, FirstSync, "workspaces",
         {object("wrkspc_a", {"A", "2026-01-01T00:00:00Z", nullptr}),
          object("wrkspc_b", {"B", "2026-01-01T00:00:00Z", nullptr})});
    list(cache, ObjectKind::WorkspaceMember, FirstSync, "workspaces/wrkspc_a/members",
         {object("wrkspc_a/user_ann", {"wrkspc_a", Ann, "workspace_admin"})}, "wrkspc_a");
    const OrganizationView view = viewOf(cache);
    QVERIFY(!view.list(ObjectKind::WorkspaceMember).isWhole());
    QCOMPARE(view.members.size(), std::size_t{1});
    QCOMPARE(view.members[0].person, QString::fromLatin1(Ann));  // users never came
    QCOMPARE(workspaces(view), QStringList({QStringLiteral("A|listed||1|-|-"), QStringLiteral("B|listed||-|-|-")}));
}

void OrganizationViewTest::anEmptyCache() {
    const SmallCache cache;
    const OrganizationView view = viewOf(cache);
    QVERIFY(view.keys.empty() && view.changes.empty() && !view.asOf.isValid() && !view.usage.days);
    for (const auto& list : view.lists) QVERIFY(!list.isWhole());
}

void OrganizationViewTest::sumsThatAreTooLarge() {
    SmallCache cache;
    fillLists(cache);
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();
    cache.usage({Range.first, Range.first}, Now,
                {{"2026-11-14", "wrkspc_a", "apikey_1", "claude-opus-5-5", "standard", output(most)}});
    cache.usage({Range.first + 1, Range.first + 1}, Now,
                {{"2026-11-15", "wrkspc_a", "apikey_1", "claude-opus-5-5", "batch", {}}});
    QCOMPARE(viewOf(cache).tokens, std::optional(most));
    cache.usage({Range.last, Range.last}, Now,
                {{"2026-11-20", "wrkspc_a", "apikey_2", "claude-opus-5-5", "batch", {1, 0, 0, 0, most, 0}}});
    const auto view = buildOrganizationView(*cache.reader(), {Range, Now});
    QVERIFY(!view && view.error().kind != ErrorKind::Cache);
}

QTEST_GUILESS_MAIN(OrganizationViewTest)
#include "tst_organizationview.moc"
