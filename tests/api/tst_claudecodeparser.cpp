// Claude Code pages: one day each, whole or not at all.
#include "app/api/anthropic/reportparser.h"
#include "tests/api/fixture.h"

#include <QTest>

using namespace tokenledger;
using test::edited;
using test::fixture;

namespace {

const UtcDay Day = UtcDay::fromDate(2026, 10, 1);

Result<std::shared_ptr<const ClaudeCodePage>> withAmount(const char* amount) {
    return parseClaudeCodePage(edited(fixture("claude_code_page.json"), "\"amount\":187",
                                      QByteArray("\"amount\":" + QByteArray(amount)).constData()),
                               Day);
}

}  // namespace

class TestClaudeCodeParser : public QObject {
    Q_OBJECT
private slots:
    void keepsEveryFigure();
    void readsEmptyDays();
    void readsAmounts_data();
    void readsAmounts();
    void refusesAmounts_data();
    void refusesAmounts();
    void refusesTheWholePage_data();
    void refusesTheWholePage();
    void toleratesWhatIsOptional();
    void refusesEveryTruncation();
};

void TestClaudeCodeParser::keepsEveryFigure() {
    const auto page = parseClaudeCodePage(fixture("claude_code_page.json"), Day);
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().detail));
    const ClaudeCodePage& p = **page;
    QCOMPARE(p.nextPage, QStringLiteral("page_2"));
    QCOMPARE(p.organizationId, QStringLiteral("0b6e0000-0000-4000-8000-00000000dead"));
    QCOMPARE(p.rows.size(), std::size_t{2});
    const ClaudeCodeRecord& kim = p.rows[0];
    QCOMPARE(kim.actorType, ClaudeCodeRecord::ActorType::User);
    QCOMPARE(kim.actor, std::string("kim@example.org"));
    QCOMPARE(kim.customerType, std::string("subscription"));
    QCOMPARE(kim.subscriptionType, std::optional(std::string("team")));
    QCOMPARE(kim.terminal, std::string("vscode"));
    QCOMPARE(kim.sessions, std::int64_t{4});
    QCOMPARE(kim.linesAdded, std::int64_t{310});
    QCOMPARE(kim.linesRemoved, std::int64_t{52});
    QCOMPARE(kim.commits, std::int64_t{3});
    QCOMPARE(kim.pullRequests, std::int64_t{1});
    QCOMPARE(kim.tools.size(), std::size_t{3});
    QCOMPARE(kim.tools[0].tool, std::string("edit_tool"));
    QCOMPARE(kim.tools[0].accepted, std::int64_t{20});
    QCOMPARE(kim.tools[0].rejected, std::int64_t{3});
    QCOMPARE(kim.tools[2].tool, std::string("sp\xC3\xA9"
                                            "cial tool"));
    QCOMPARE(kim.models.size(), std::size_t{2});
    QCOMPARE(kim.models[0].model, std::string("claude-opus-5-5"));
    QCOMPARE(kim.models[0].measures,
             (ClaudeCodeModelMeasures{4000, 900, 51'000, 2300, Money::fromNano(1'870'000'000)}));
    // 0.1000000149 cents are 1,000,000.149 nano-dollars.
    QCOMPARE(kim.models[1].measures,
             (ClaudeCodeModelMeasures{9'007'199'254'740'993, 2, 3, 4, Money::fromNano(1'000'000)}));
    QCOMPARE(p.notices.size(), 1);

    const ClaudeCodeRecord& bot = p.rows[1];
    QCOMPARE(bot.actorType, ClaudeCodeRecord::ActorType::ApiKey);
    QCOMPARE(bot.actor, std::string("ci-bot"));
    QVERIFY(!bot.subscriptionType && bot.tools.empty() && bot.models.empty());
}

void TestClaudeCodeParser::readsEmptyDays() {
    const auto page = parseClaudeCodePage(R"({"data":[],"has_more":false,"next_page":null})", Day);
    QVERIFY(page && (*page)->rows.empty() && (*page)->nextPage.isEmpty());
}

void TestClaudeCodeParser::readsAmounts_data() {
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<qint64>("nano");
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("fraction") << QByteArray("12.5") << qint64(125'000'000);
    QTest::newRow("beyond doubles") << QByteArray("90071992547.40993") << qint64(900'719'925'474'099'300);
    QTest::newRow("exponent up") << QByteArray("1.25e2") << qint64(1'250'000'000);
    QTest::newRow("exponent down") << QByteArray("125E-3") << qint64(1'250'000);
    QTest::newRow("far down") << QByteArray("1e-7") << qint64(1);
    QTest::newRow("plus sign") << QByteArray("5e+1") << qint64(500'000'000);
    QTest::newRow("exponent of nothing") << QByteArray("7.5e0") << qint64(75'000'000);
    QTest::newRow("negative") << QByteArray("-2.5e-1") << qint64(-2'500'000);
}

void TestClaudeCodeParser::readsAmounts() {
    QFETCH(QByteArray, amount);
    QFETCH(qint64, nano);
    const auto page = withAmount(amount.constData());
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().detail));
    QCOMPARE(qint64((*page)->rows[0].models[0].measures.estimatedCost.nano()), nano);
}

void TestClaudeCodeParser::refusesAmounts_data() {
    QTest::addColumn<QByteArray>("amount");
    for (const char* amount : {"\"187\"", "null", "true", "{}", "1e99", "1e-99", "1e400", "01", "1.", ".5", "+1", "NaN",
                               "1e", "99999999999999"}) {
        QTest::newRow(amount) << QByteArray(amount);
    }
}

void TestClaudeCodeParser::refusesAmounts() {
    QFETCH(QByteArray, amount);
    const auto page = withAmount(amount.constData());
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().kind, ErrorKind::BadResponse);
}

void TestClaudeCodeParser::refusesTheWholePage_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char* name, const char* from, const char* to) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to);
    };
    row("another actor", "user_actor", "robot_actor");
    row("actor without type", "\"type\":\"user_actor\",", "");
    row("actor without name", ",\"email_address\":\"kim@example.org\"", "");
    row("actor is text", "{\"type\":\"user_actor\",\"email_address\":\"kim@example.org\"}", "\"kim\"");
    row("another day", "\"date\":\"2026-10-01T00:00:00Z\"", "\"date\":\"2026-10-02T00:00:00Z\"");
    row("two organizations", "\"organization_id\":\"0b6e", "\"organization_id\":\"1b6e");
    row("organization is a number", "\"organization_id\":\"0b6e0000-0000-4000-8000-00000000dead\"",
        "\"organization_id\":7");
    row("impossible day", "\"date\":\"2026-10-01T00:00:00Z\"", "\"date\":\"2026-10-32\"");
    row("no day", "\"date\":\"2026-10-01T00:00:00Z\",", "");
    row("sessions missing", "\"num_sessions\":4,", "");
    row("sessions negative", "\"num_sessions\":4,", "\"num_sessions\":-4,");
    row("lines flat", "{\"added\":310,\"removed\":52}", "362");
    row("metrics null", "\"core_metrics\":{\"num_sessions\":4", "\"core_metrics\":null,\"x\":{\"num_sessions\":4");
    row("tool without count", "\"accepted\":20,", "");
    row("tools missing", "\"tool_actions\":{\"edit_tool\"", "\"tools\":{\"edit_tool\"");
    row("tokens fractional", "\"output\":900", "\"output\":900.5");
    row("tokens missing", ",\"cache_read\":51000", "");
    row("euros", "\"USD\"", "\"EUR\"");
    row("no currency", ",\"currency\":\"USD\"", "");
    row("almost null", "\"subscription_type\":\"team\"", "\"subscription_type\":nil");
    row("record is a number", "{\"actor\"", "7,{\"actor\"");
    row("more, but no token", "\"page_2\"", "null");
}

void TestClaudeCodeParser::refusesTheWholePage() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto page =
        parseClaudeCodePage(edited(fixture("claude_code_page.json"), from.constData(), to.constData()), Day);
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().kind, ErrorKind::BadResponse);
    QVERIFY(!page.error().detail.isEmpty());
}

void TestClaudeCodeParser::toleratesWhatIsOptional() {
    QByteArray body =
        edited(fixture("claude_code_page.json"), "\"terminal_type\":\"vscode\"", "\"terminal_type\":null");
    body = edited(body, "\"subscription_type\":\"team\"", "\"subscription_type\":null");
    body = edited(body, "\"customer_type\":\"api\",", "");
    const auto page = parseClaudeCodePage(body, Day);
    QVERIFY(page.has_value());
    QVERIFY((*page)->rows[0].terminal.empty());
    QVERIFY(!(*page)->rows[0].subscriptionType);
    QVERIFY((*page)->rows[1].customerType.empty());
}

void TestClaudeCodeParser::refusesEveryTruncation() {
    const QByteArray whole = fixture("claude_code_page.json").trimmed();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QVERIFY2(!parseClaudeCodePage(whole.left(size), Day).has_value(), qPrintable(QString::number(size)));
    }
}

QTEST_GUILESS_MAIN(TestClaudeCodeParser)
#include "tst_claudecodeparser.moc"
