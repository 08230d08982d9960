// What changed since it was stored: values of final days, and the organization's objects between two lists.
#include "storage/schema.h"
#include "tests/storage/cachefixture.h"

#include <QTest>

#include <SQLiteCpp/Database.h>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Opus = QStringLiteral("claude-opus-5-5");
const QString Haiku = QStringLiteral("claude-haiku-5-5");
const QString Team = QStringLiteral("wrkspc_1");
const QString Input = QStringLiteral("uncached_input_tokens");

CostPageBuilder cost(const std::vector<CostInput>& rows) {
    CostPageBuilder builder;
    builder.bucket(day("2026-11-01"), rows);
    return builder;
}

QString number(const std::optional<std::int64_t>& value) {
    return value ? QString::number(*value) : QStringLiteral("-");
}

/// "2026-11-01 cost amount_usd model=claude-opus-5-5 5 -> 7"
QStringList restatements(const CacheReader& reader, Dimension shown) {
    QStringList lines;
    for (const Restatement& entry : valueOf(reader.restatements())) {
        QString where = QStringLiteral("sum");
        for (const auto& [dimension, term] : entry.dimensions) {
            if (dimension == shown) where = reader.text(term);
        }
        lines.append(QStringLiteral("%1 %2 %3 %4 %5 -> %6")
                         .arg(entry.day.toIso(), datasetName(entry.dataset), entry.measure, where, number(entry.old),
                              number(entry.now)));
    }
    return lines;
}

QStringList changes(const CacheReader& reader) {
    QStringList lines;
    const auto text = [](const std::optional<QString>& value) { return value.value_or(QStringLiteral("-")); };
    for (const ObjectChange& change : valueOf(reader.objectChanges())) {
        lines.append(QStringLiteral("%1 %2 %3 %4: %5 -> %6")
                         .arg(toRfc3339(change.seenAt).left(10), objectKindName(change.kind), change.id, change.field,
                              text(change.old), text(change.now)));
    }
    return lines;
}

ObjectList users(std::vector<ListedObject> objects) { return {ObjectKind::User, {}, std::move(objects)}; }
ListedObject user(const char* id, const char* name, const char* role) {
    return {QString::fromLatin1(id),
            {QString::fromLatin1(name), QStringLiteral("a@b.example"), QString::fromLatin1(role), std::nullopt}};
}
std::vector<RequestLogEntry> seen(const char* time) { return {answered(at(time), Dataset::Organization)}; }

}  // namespace

class HistoryTest : public QObject {
    Q_OBJECT
private slots:
    void aFinalDayThatChangesIsNoted();
    void aProvisionalDayMayChange();
    void anotherGroupingIsComparedBySums();
    void aFirstListIsNoChange();
    void everyChangeOfAnObjectIsKept();
    void membersOfOneWorkspaceLeaveTheOthersAlone();
    void tellsWhoseMembersToAsk();
    void aListIsAsOldAsItsOldestPart();
    void anOldCacheKeepsItsNames();
};

void HistoryTest::aFinalDayThatChangesIsNoted() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-01");
    const auto store = [&](const std::vector<CostInput>& rows, const char* time) {
        valueOf(writer->storeCost(cost(rows).page(), asked, true, answered(at(time), Dataset::Cost)));
    };
    store({{Team, {}, Input, Opus, 500}, {Team, {}, Input, Haiku, 20}}, "2026-11-10T00:00:00Z");
    store({{Team, {}, Input, Opus, 500}, {Team, {}, Input, Haiku, 20}}, "2026-11-11T00:00:00Z");
    const auto reader = file.reader();
    QCOMPARE(restatements(*reader, Dimension::Model), QStringList());
    const QString other = QStringLiteral("claude-sonnet-5-5");
    store({{Team, {}, Input, Opus, 700}, {Team, {}, Input, other, -3}}, "2026-11-12T00:00:00Z");
    QCOMPARE(restatements(*reader, Dimension::Model),
             QStringList({QStringLiteral("2026-11-01 cost amount_usd claude-opus-5-5 500 -> 700"),
                          QStringLiteral("2026-11-01 cost amount_usd claude-haiku-5-5 20 -> -"),
                          QStringLiteral("2026-11-01 cost amount_usd claude-sonnet-5-5 - -> -3")}));
    const Restatement first = valueOf(reader->restatements()).front();
    QCOMPARE(first.seenAt, at("2026-11-12T00:00:00Z"));
    QVERIFY(first.isMoney);
    QVERIFY(valueOf(reader->verify()).empty());
}

void HistoryTest::aProvisionalDayMayChange() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-01");
    for (const auto& [nano, time] : {std::pair{1, "2026-11-02T00:00:00Z"},
                                     {2, "2026-11-04T23:59:59Z"},
                                     {3, "2026-11-05T00:00:00Z"},
                                     {3, "2026-11-06T00:00:00Z"}}) {
        valueOf(writer->storeCost(cost({{Team, {}, Input, Opus, nano}}).page(), asked, true,
                                  answered(at(time), Dataset::Cost)));
    }
    QCOMPARE(restatements(*file.reader(), Dimension::Model), QStringList());
}

void HistoryTest::anotherGroupingIsComparedBySums() {
    const CacheFile file;
    const auto writer = file.writer();
    const DateRange asked = days("2026-11-01", "2026-11-01");
    UsagePageBuilder fine;
    fine.bucket(day("2026-11-01"), {{Team, {}, Opus, {}, {}, tokens(5)}, {Team, {}, Haiku, {}, {}, tokens(7)}});
    valueOf(writer->storeUsage(fine.page(), asked, true, answered(at("2026-11-10T00:00:00Z"))));
    UsagePageBuilder coarse{DimensionSet{Dimension::Model}};
    coarse.bucket(day("2026-11-01"), {{NotAsked, NotAsked, Opus, NotAsked, NotAsked, tokens(5)},
                                      {NotAsked, NotAsked, Haiku, NotAsked, NotAsked, tokens(8)}});
    valueOf(writer->storeUsage(coarse.page(), asked, true, answered(at("2026-11-11T00:00:00Z"))));
    QCOMPARE(restatements(*file.reader(), Dimension::Model),
             QStringList({QStringLiteral("2026-11-01 usage uncached_input_tokens sum 12 -> 13")}));
}

void HistoryTest::aFirstListIsNoChange() {
    const CacheFile file;
    const auto writer = file.writer();
    valueOf(writer->storeObjects(users({user("user_1", "Ann", "admin")}), seen("2026-11-10T00:00:00Z")));
    const auto reader = file.reader();
    QCOMPARE(changes(*reader), QStringList());
    const auto stored = valueOf(reader->objects(ObjectKind::User));
    QCOMPARE(stored.size(), std::size_t{1});
    QVERIFY(stored[0].isListed);
    QCOMPARE(stored[0].object, user("user_1", "Ann", "admin"));
    QCOMPARE(stored[0].firstSeenAt, at("2026-11-10T00:00:00Z"));
}

void HistoryTest::everyChangeOfAnObjectIsKept() {
    const CacheFile file;
    const auto writer = file.writer();
    valueOf(writer->storeObjects(users({user("user_1", "Ann", "admin"), user("user_2", "Bo", "user")}),
                                 seen("2026-11-10T00:00:00Z")));
    valueOf(writer->storeObjects(users({user("user_1", "Ann", "billing"), user("user_3", "Cy", "user")}),
                                 seen("2026-11-11T00:00:00Z")));
    valueOf(writer->storeObjects(users({user("user_1", "Ann", "billing"), user("user_2", "Bob", "user")}),
                                 seen("2026-11-12T00:00:00Z")));
    const auto reader = file.reader();
    QCOMPARE(changes(*reader), QStringList({QStringLiteral("2026-11-11 user user_1 role: admin -> billing"),
                                            QStringLiteral("2026-11-11 user user_3 listed: - -> yes"),
                                            QStringLiteral("2026-11-11 user user_2 listed: yes -> -"),
                                            QStringLiteral("2026-11-12 user user_2 listed: - -> yes"),
                                            QStringLiteral("2026-11-12 user user_2 name: Bo -> Bob"),
                                            QStringLiteral("2026-11-12 user user_3 listed: yes -> -")}));
    const auto stored = valueOf(reader->objects(ObjectKind::User));
    QCOMPARE(stored.size(), std::size_t{3});
    QVERIFY(!stored[2].isListed);  // gone, but still known
    QCOMPARE(stored[2].object.values[0], std::optional(QStringLiteral("Cy")));
}

void HistoryTest::membersOfOneWorkspaceLeaveTheOthersAlone() {
    const CacheFile file;
    const auto writer = file.writer();
    const auto member = [](const QString& workspace, const char* id) {
        const QString person = QString::fromLatin1(id);
        return ListedObject{QString(workspace + u'/' + person), {workspace, person, QStringLiteral("workspace_user")}};
    };
    const QString other = QStringLiteral("wrkspc_2");
    valueOf(writer->storeObjects({ObjectKind::WorkspaceMember, Team, {member(Team, "user_1")}},
                                 seen("2026-11-10T00:00:00Z")));
    valueOf(writer->storeObjects({ObjectKind::WorkspaceMember, other, {member(other, "user_1")}},
                                 seen("2026-11-10T00:00:01Z")));
    valueOf(writer->storeObjects({ObjectKind::WorkspaceMember, other, {}}, seen("2026-11-11T00:00:00Z")));
    const auto reader = file.reader();
    QCOMPARE(changes(*reader), QStringList({QStringLiteral("2026-11-11 member wrkspc_2/user_1 listed: yes -> -")}));
    const auto stored = valueOf(reader->objects(ObjectKind::WorkspaceMember));
    QCOMPARE(stored.size(), std::size_t{2});
    QVERIFY(stored[0].isListed && !stored[1].isListed);
}

void HistoryTest::tellsWhoseMembersToAsk() {
    const CacheFile file;
    const auto writer = file.writer();
    const auto workspace = [](const char* id, const char* archivedAt) {
        return ListedObject{QString::fromLatin1(id),
                            {QStringLiteral("W"), QStringLiteral("2026-01-05T09:00:00Z"),
                             archivedAt != nullptr ? std::optional(QString::fromLatin1(archivedAt)) : std::nullopt}};
    };
    const auto list = [&](std::vector<ListedObject> objects, const char* time) {
        valueOf(writer->storeObjects({ObjectKind::Workspace, {}, std::move(objects)}, seen(time)));
        const QStringList open = valueOf(writer->planBasis()).openWorkspaces;
        return valueOf(file.reader()->planBasis()).openWorkspaces == open ? open : QStringList();
    };
    const QString first = QStringLiteral("w1");
    const QString second = QStringLiteral("w2");
    QVERIFY(valueOf(writer->planBasis()).openWorkspaces.isEmpty());
    QCOMPARE(list({workspace("w2", nullptr), workspace("w1", nullptr), workspace("w3", "2026-06-01T00:00:00Z")},
                  "2026-11-10T00:00:00Z"),
             (QStringList{first, second}));
    // One gone, one archived, one brought back.
    QCOMPARE(list({workspace("w2", "2026-11-10T12:00:00Z"), workspace("w3", nullptr)}, "2026-11-11T00:00:00Z"),
             QStringList{QStringLiteral("w3")});

    QVERIFY(!valueOf(writer->planBasis()).requestLimit);
    valueOf(writer->storeRequestLimit(90));
    QCOMPARE(valueOf(file.reader()->planBasis()).requestLimit, std::optional(90));
}

void HistoryTest::aListIsAsOldAsItsOldestPart() {
    const CacheFile file;
    const auto writer = file.writer();
    const auto reader = file.reader();
    const auto time = [&](ObjectKind kind) { return valueOf(reader->objectsFetchedAt(kind)); };
    QVERIFY(!time(ObjectKind::User).isValid() && !time(ObjectKind::WorkspaceMember).isValid());
    const auto workspace = [](const QString& id) { return ListedObject{id, {QStringLiteral("W"), {}, {}}}; };
    const QString other = QStringLiteral("wrkspc_2");
    valueOf(writer->storeObjects({ObjectKind::Workspace, {}, {workspace(Team), workspace(other)}},
                                 seen("2026-11-10T00:00:00Z")));
    QCOMPARE(time(ObjectKind::Workspace), at("2026-11-10T00:00:00Z"));
    valueOf(writer->storeObjects({ObjectKind::WorkspaceMember, Team, {}}, seen("2026-11-10T00:00:01Z")));
    QVERIFY(!time(ObjectKind::WorkspaceMember).isValid());  // those of the other workspace are still to come
    valueOf(writer->storeObjects({ObjectKind::WorkspaceMember, other, {}}, seen("2026-11-12T00:00:00Z")));
    QCOMPARE(time(ObjectKind::WorkspaceMember), at("2026-11-10T00:00:01Z"));
    valueOf(writer->storeObjects({ObjectKind::Workspace, {}, {workspace(other)}}, seen("2026-11-12T00:00:00Z")));
    QCOMPARE(time(ObjectKind::WorkspaceMember), at("2026-11-12T00:00:00Z"));
}

/// A cache of the first schema, which kept the names in tables of their own.
void HistoryTest::anOldCacheKeepsItsNames() {
    const CacheFile file;
    {
        SQLite::Database db(file.path().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        db.exec(cacheMigrations().front().sql);
        db.exec("INSERT INTO term (id, text) VALUES (1, 'wrkspc_1'), (2, 'wrkspc_2'), (3, 'apikey_1')");
        db.exec("INSERT INTO workspace VALUES (1, 'Research', NULL, NULL, 1), (2, 'Gone', NULL, NULL, 0)");
        db.exec("INSERT INTO api_key VALUES (3, 'nightly', 'active', 1, NULL, 1)");
        db.exec("PRAGMA user_version = 1");
        db.exec("PRAGMA application_id = " + std::to_string(CacheApplicationId));
    }
    const auto writer = file.writer();
    const auto reader = file.reader();
    QCOMPARE(reader->displayName(Dimension::Workspace, 1), QStringLiteral("Research"));
    QCOMPARE(reader->displayName(Dimension::Workspace, 2), QStringLiteral("Gone"));
    QCOMPARE(reader->displayName(Dimension::ApiKey, 3), QStringLiteral("nightly"));
    QVERIFY(valueOf(reader->verify()).empty());
    // The first list after it fills in what the old schema did not keep: that is no change.
    const ListedObject research{Team, {QStringLiteral("Research"), QStringLiteral("2026-01-05T09:00:00Z"), {}}};
    valueOf(writer->storeObjects({ObjectKind::Workspace, {}, {research}}, seen("2026-11-10T00:00:00Z")));
    QCOMPARE(changes(*reader), QStringList());
    QVERIFY(QFile::exists(file.path() + QStringLiteral(".schema-1.backup")));
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
