// Who did what with Claude Code, and which tools' suggestions were taken: as stored, by filter, over awkward names.
#include "cachefixture.h"
#include "storage/claudecodefacts.h"

#include <limits>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

using ActorType = ClaudeCodeRecord::ActorType;

const DateRange Week = days("2026-11-09", "2026-11-15");

ClaudeCodeRecord record(ActorType type, const char* actor, const char* terminal, std::int64_t sessions) {
    ClaudeCodeRecord made;
    made.actorType = type;
    made.actor = actor;
    made.terminal = terminal;
    made.customerType = "api";
    made.sessions = sessions;
    return made;
}

QString shown(const CacheReader& reader, const ClaudeCodeActorRow& row) {
    const ClaudeCodeMeasures& m = row.measures;
    return QStringLiteral("%1 %2 %3 %4 %5/%6: %7 %8 %9")
        .arg(row.day.toIso(), row.type == ActorType::User ? QStringLiteral("user") : QStringLiteral("key"),
             reader.text(row.actor), reader.text(row.terminal), reader.text(row.customerType),
             row.subscriptionType == NullTerm ? QStringLiteral("-") : reader.text(row.subscriptionType))
        .arg(m.sessions)
        .arg(m.toolAccepted)
        .arg(m.estimatedCost.nano());
}

QStringList actors(const CacheReader& reader, const DateRange& range, const std::vector<DimensionFilter>& where = {}) {
    QStringList lines;
    for (const ClaudeCodeActorRow& row : valueOf(reader.claudeCodeActors(range, where)))
        lines.append(shown(reader, row));
    lines.sort();  // the order within a day is that of the keys
    return lines;
}

QStringList tools(const CacheReader& reader, const DateRange& range, const std::vector<DimensionFilter>& where = {}) {
    QStringList lines;
    for (const ClaudeCodeToolRow& row : valueOf(reader.claudeCodeTools(range, where))) {
        lines.append(QStringLiteral("%1 %2 %3").arg(reader.text(row.tool)).arg(row.accepted).arg(row.rejected));
    }
    lines.sort();
    return lines;
}

}  // namespace

class ClaudeCodeQueriesTest : public QObject {
    Q_OBJECT
    CacheFile m_file;

    std::vector<DimensionFilter> only(const CacheReader& reader, Dimension dimension, const char* value) {
        return {{dimension, valueOf(reader.findTerms(dimension, QString::fromUtf8(value)))}};
    }

private slots:
    void initTestCase() {
        const auto writer = m_file.writer();
        const std::vector<RequestLogEntry> log{answered(at("2026-11-20T00:00:00Z"), Dataset::ClaudeCode)};
        ClaudeCodeRecord kim = record(ActorType::User, "kim@halden.example", "vscode", 3);
        kim.tools = {{"edit_tool", 7, 1}, {"write_tool", 2, 2}, {"idle_tool", 0, 0}};
        kim.models = {{"claude-opus-5-5", {1, 2, 3, 4, Money::fromNano(12'000'000)}},
                      {"claude-haiku-5-5", {1, 2, 3, 4, Money::fromNano(5)}}};
        ClaudeCodeRecord team = kim;
        team.terminal = "Ünit,\"7\"";
        team.customerType = "subscription";
        team.subscriptionType = "team";
        // A key that is called like a person is somebody else.
        const ClaudeCodeRecord key = record(ActorType::ApiKey, "kim@halden.example", "vscode", 1);
        valueOf(writer->storeClaudeCode({day("2026-11-10"), {kim, team, key}, {}}, log));
        valueOf(writer->storeClaudeCode({day("2026-11-09"), {kim}, {}}, log));
        valueOf(writer->storeClaudeCode({day("2026-11-16"), {kim}, {}}, log));
    }

    void actorsAreAsStored() {
        const auto reader = m_file.reader();
        const QStringList expected{
            QStringLiteral("2026-11-09 user kim@halden.example vscode api/-: 3 9 12000005"),
            QStringLiteral("2026-11-10 key kim@halden.example vscode api/-: 1 0 0"),
            QStringLiteral("2026-11-10 user kim@halden.example vscode api/-: 3 9 12000005"),
            QStringLiteral("2026-11-10 user kim@halden.example Ünit,\"7\" subscription/team: 3 9 12000005")};
        QCOMPARE(actors(*reader, Week), expected);
        const auto rows = valueOf(reader->claudeCodeActors(Week, {}));
        QCOMPARE(rows.front().day, day("2026-11-09"));
        QCOMPARE(actors(*reader, days("2026-11-11", "2026-11-15")), QStringList());
    }

    void toolsAreAddedUp() {
        const auto reader = m_file.reader();
        const QStringList expected{QStringLiteral("edit_tool 21 3"), QStringLiteral("write_tool 6 6")};
        QCOMPARE(tools(*reader, Week), expected);
        QCOMPARE(tools(*reader, days("2026-11-16", "2026-11-16")),
                 QStringList({QStringLiteral("edit_tool 7 1"), QStringLiteral("write_tool 2 2")}));
    }

    void filtersHold() {
        const auto reader = m_file.reader();
        const auto terminal = only(*reader, Dimension::Terminal, "Ünit,\"7\"");
        QCOMPARE(actors(*reader, Week, terminal).size(), 1);
        QCOMPARE(tools(*reader, Week, terminal).first(), QStringLiteral("edit_tool 7 1"));
        QCOMPARE(actors(*reader, Week, only(*reader, Dimension::CustomerType, "api")).size(), 3);
        const auto nobody = only(*reader, Dimension::User, "nobody");
        QCOMPARE(actors(*reader, Week, nobody), QStringList());
        QCOMPARE(tools(*reader, Week, nobody), QStringList());
    }

    void whatIsNotKnownIsRefused() {
        const auto reader = m_file.reader();
        const std::vector<DimensionFilter> workspace{{Dimension::Workspace, {NullTerm}}};
        QCOMPARE(reader->claudeCodeActors(Week, workspace).error().kind, ErrorKind::Usage);
        QCOMPARE(reader->claudeCodeTools(Week, workspace).error().kind, ErrorKind::Usage);
    }

    void sumsThatDoNotFitAreErrors() {
        const CacheFile file;
        const auto writer = file.writer();
        const std::vector<RequestLogEntry> log{answered(at("2026-11-20T00:00:00Z"), Dataset::ClaudeCode)};
        ClaudeCodeRecord much = record(ActorType::User, "kim@halden.example", "vscode", 1);
        much.tools = {{"edit_tool", std::numeric_limits<std::int64_t>::max(), 0}};
        valueOf(writer->storeClaudeCode({day("2026-11-09"), {much}, {}}, log));
        const auto reader = file.reader();
        QCOMPARE(valueOf(reader->claudeCodeTools(Week, {})).size(), std::size_t{1});
        valueOf(writer->storeClaudeCode({day("2026-11-10"), {much}, {}}, log));
        QCOMPARE(reader->claudeCodeTools(Week, {}).error().kind, ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(ClaudeCodeQueriesTest)
#include "tst_claudecodequeries.moc"
