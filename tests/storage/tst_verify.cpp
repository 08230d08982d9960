// verify() finds every kind of tampering and names it; a sound cache has no findings.
#include "cachefixture.h"

#include <QFile>

#include <SQLiteCpp/Database.h>

using namespace tokenledger;
using namespace tokenledger::test;

class VerifyTest : public QObject {
    Q_OBJECT
private slots:
    void aSoundCacheHasNoFindings();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void damagedPagesAreFound();
};

namespace {

/// Two months of two models, some costs, and a day of Claude Code.
void fill(const CacheFile& file) {
    const auto writer = file.writer();
    const DateRange asked = days("2026-10-25", "2026-11-05");
    const QString opus = QStringLiteral("opus");
    UsagePageBuilder usage;
    CostPageBuilder cost;
    for (UtcDay when = asked.first; when <= asked.last; when = when + 1) {
        usage.bucket(when, {{QStringLiteral("w1"), QStringLiteral("k1"), opus, {}, {}, tokens(10, 1)},
                            {QStringLiteral("w1"), QStringLiteral("k2"), opus, {}, {}, tokens(20, 2)},
                            {QString(), QString(), QStringLiteral("haiku"), {}, {}, tokens(30, 3)}});
        cost.bucket(when, {{QStringLiteral("w1"), QStringLiteral("Opus in"), {}, opus, 5},
                           {{}, QStringLiteral("Haiku in"), {}, QStringLiteral("haiku"), -2}});
    }
    valueOf(writer->storeUsage(usage.page(), asked, true, answered(at("2026-11-20T00:00:00Z"))));
    valueOf(writer->storeCost(cost.page(), asked, true, answered(at("2026-11-20T00:00:00Z"))));
    ClaudeCodeRecord kim;
    kim.actor = "kim@example.org";
    kim.sessions = 2;
    kim.tools = {{"edit_tool", 7, 1}};
    kim.models = {{"opus", {1, 2, 3, 4, Money::fromNano(9)}}};
    valueOf(writer->storeClaudeCode({day("2026-11-05"), {kim}, {}}, {answered(at("2026-11-20T00:00:00Z"))}));
}

/// The checks that complain.
QStringList checks(const CacheFile& file) {
    QStringList names;
    for (const VerifyFinding& finding : valueOf(file.reader()->verify())) {
        if (!finding.message.endsWith(QLatin1Char('.')))
            names.append(QStringLiteral("no sentence: ") + finding.message);
        if (!names.contains(finding.check)) names.append(finding.check);
    }
    names.sort();
    return names;
}

}  // namespace

void VerifyTest::aSoundCacheHasNoFindings() {
    const CacheFile file;
    fill(file);
    QCOMPARE(checks(file), QStringList());
}

void VerifyTest::tamperingIsFound_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, const char* sql, const char* found) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(found);
    };
    row("a fact changed", "UPDATE usage_fact SET output = output + 1 WHERE bucket_start = 1793836800 AND key = 1",
        "usage by day,usage by day and API key,usage by month");
    row("a fact taken out", "DELETE FROM cost_fact WHERE bucket_start = 1793836800 AND amount_nano = 5",
        "cost by day,cost by day and workspace,cost by month,coverage");
    row("a fact added",
        "INSERT INTO cost_fact SELECT scope, bucket_start, 3, 1 FROM cost_fact WHERE bucket_start = 1793836800 LIMIT 1",
        "cost by day,cost by day and workspace,cost by month,coverage");
    row("a day's sum changed", "UPDATE usage_day SET cache_read = 1 WHERE day = 20760", "usage by day");
    row("a key's day changed", "UPDATE usage_api_key_day SET output = output + 1 WHERE day = 20760",
        "usage by day and API key");
    row("a workspace's day missing", "DELETE FROM cost_workspace_day WHERE day = 20760", "cost by day and workspace");
    row("a day's sum missing", "DELETE FROM cost_day WHERE day = 20760", "cost by day");
    row("a day's sum too many", "INSERT INTO usage_day SELECT 21000, key, 0, 0, 0, 0, 0, 0 FROM usage_day LIMIT 1",
        "usage by day");
    row("a month's sum changed", "UPDATE cost_month SET amount_nano = amount_nano - 1", "cost by month");
    row("a month's sum missing", "DELETE FROM usage_month WHERE key = 1", "usage by month");
    row("a month's sum too many", "INSERT INTO cost_month SELECT 30000, key, 1, 0 FROM cost_month LIMIT 1",
        "cost by month");
    row("a month's count changed", "UPDATE usage_month SET facts = facts + 1", "usage by month");
    row("a key lost", "DELETE FROM cost_key WHERE id = (SELECT MAX(id) FROM cost_key)", "cost by day,foreign keys");
    row("a key's meaning changed", "UPDATE usage_key SET workspace = 77777 WHERE id = 1",
        "keys,usage by day,usage by day and API key");
    row("a text lost", "DELETE FROM term WHERE id = 1", "keys");
    row("a day no longer covered", "DELETE FROM coverage WHERE day = 20760 AND dataset = 3",
        "cost by day,cost by day and workspace,cost by month,coverage");
    row("a tool's use changed", "UPDATE claude_code_tool_fact SET accepted = 8", "claude code");
    row("a model's cost lost", "DELETE FROM claude_code_model_fact", "claude code");
    row("activity lost", "DELETE FROM claude_code_fact", "claude code,coverage");
}

void VerifyTest::tamperingIsFound() {
    QFETCH(QString, sql);
    QFETCH(QString, found);
    const CacheFile file;
    fill(file);
    {
        SQLite::Database db(file.path().toStdString(), SQLite::OPEN_READWRITE);
        db.exec("PRAGMA foreign_keys = OFF");
        QVERIFY(db.exec(sql.toStdString()) > 0);
    }
    QCOMPARE(checks(file).join(QLatin1Char(',')), found);
}

void VerifyTest::damagedPagesAreFound() {
    const CacheFile file;
    fill(file);
    QFile raw(file.path());
    QVERIFY(raw.open(QIODevice::ReadWrite));
    const qint64 page = 8192;
    QVERIFY(raw.size() > 30 * page);
    for (qint64 at = 10 * page; at < 24 * page; at += page) {
        raw.seek(at);
        raw.write(QByteArray(1000, '\x7f'));
    }
    raw.close();
    const auto reader = CacheReader::open(file.path());
    if (!reader) {
        QCOMPARE(reader.error().kind, ErrorKind::Cache);
        return;
    }
    const auto findings = (*reader)->verify();
    QVERIFY(findings ? !findings->empty() : findings.error().kind == ErrorKind::Damaged);
}

QTEST_GUILESS_MAIN(VerifyTest)
#include "tst_verify.moc"
