#include "tests/e2e/tendays.h"

#include "tests/e2e/csv.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

namespace tokenledger::test {

namespace {

const QString Now = QStringLiteral("2026-11-20T13:42:00Z");

// Ten days; each day's cost is a different number of cents, so that any subset has its own sum.
FakeData tenDays() {
    FakeData data;
    int cents = 1;
    for (UtcDay day = UtcDay::fromDate(2026, 11, 11); day <= UtcDay::fromDate(2026, 11, 20);
         day = day + 1, cents *= 2) {
        FakeCost cost;
        cost.day = day;
        cost.description = QStringLiteral("Claude Sonnet 5 Usage - Input Tokens");
        cost.model = QStringLiteral("claude-sonnet-5");
        cost.cents = QString::number(cents);
        data.cost.push_back(cost);
        FakeUsage usage;
        usage.start = day.startSeconds();
        usage.model = QStringLiteral("claude-sonnet-5");
        usage.measures = {cents, 0, 0, 0, 1, 0};
        data.usage.push_back(usage);
        FakeClaudeCode code;
        code.day = day;
        code.actor = QStringLiteral("kim@example.org");
        code.terminal = QStringLiteral("vscode");
        code.sessions = cents;
        data.claudeCode.push_back(code);
    }
    return data;
}

}  // namespace

void TenDays::init() {
    m_server = std::make_unique<FakeAdminServer>();
    m_server->data = tenDays();
    m_server->now = *fromRfc3339(Now);
    m_home = std::make_unique<CliHome>();
}

QStringList TenDays::syncArguments(const QStringList& extra) const {
    return words("sync --since 2026-11-11 --format json") + extra +
           QStringList{QStringLiteral("--base-url"), m_server->url().toString(),
                       QStringLiteral("--cache"),    m_home->cache(),
                       QStringLiteral("--now"),      Now};
}

CliRun TenDays::sync(const QStringList& extra) const { return m_home->run(syncArguments(extra)); }
CliRun TenDays::report(const QStringList& line) const {
    return m_home->run(line + words("--from 2026-11-11 --to 2026-11-20 --now 2026-11-20T13:42:00Z --cache") +
                       QStringList{m_home->cache()});
}

QString TenDays::total(const QByteArray& name) const {
    const CliRun run = report({QStringLiteral("report"), QString::fromLatin1(name), QStringLiteral("--interval"),
                               QStringLiteral("total"), QStringLiteral("--format"), QStringLiteral("csv")});
    const Csv csv = readCsv(run.out);
    return csv.rows.size() == 1 ? csv.rows[0].value(1) : QString::fromUtf8(run.err);
}

QStringList TenDays::completeness(const QByteArray& dataset) const {
    const CliRun run = report(words("report completeness --by dataset --interval total --format csv"));
    for (const QStringList& row : readCsv(run.out).rows) {
        if (row.value(1) == QLatin1String(dataset)) return row.mid(2);
    }
    return {QString::fromUtf8(run.err)};
}

QJsonObject TenDays::statusOf(const char* dataset) const {
    const CliRun run = m_home->run({QStringLiteral("status"), QStringLiteral("--format"), QStringLiteral("json"),
                                    QStringLiteral("--cache"), m_home->cache()});
    for (const auto& entry : run.json()[u"datasets"].toArray()) {
        if (entry[u"dataset"].toString() == QLatin1String(dataset)) return entry.toObject();
    }
    return {};
}

// All ten days of everything, once each, and a sound file.
void TenDays::verifyWhole() const {
    QCOMPARE(total("cost"), QStringLiteral("10.23"));
    QCOMPARE(total("usage"), QStringLiteral("1023"));
    QCOMPARE(total("claude-code"), QStringLiteral("1023"));
    for (const char* dataset : {"cost", "usage", "claude-code"}) QCOMPARE(completeness(dataset), words("6 4 0 0"));
    const CliRun run = m_home->run({QStringLiteral("verify"), QStringLiteral("--cache"), m_home->cache()});
    QVERIFY2(run.exitCode == 0, run.all());
}

}  // namespace tokenledger::test
