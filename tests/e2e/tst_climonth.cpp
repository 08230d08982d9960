// A month from its first figures to a close that is restated: match, invoice, acceptance, close, late change, reopening
// and hashes. Every expected figure is reckoned here by hand from the rows that the fake server sends.
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"
#include "tests/support/fakeadminserver.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <SQLiteCpp/Database.h>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Opus = QStringLiteral("claude-opus-5-5");
const QString Haiku = QStringLiteral("claude-haiku-5-5");
const QString House = QStringLiteral("house-model-1");  // has no price
const char* const Late = "2026-11-20T13:42:00Z";

QByteArray sha256(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// The cells of the row that begins so.
QStringList rowOf(const CliRun& run, const QString& first) {
    for (const QStringList& row : readCsv(run.out).rows) {
        if (!row.isEmpty() && row[0] == first) return row;
    }
    return {QStringLiteral("no row of ") + first};
}

}  // namespace

class CliMonth : public QObject {
    Q_OBJECT

private slots:
    // October: ten million tokens of Opus a day at $4 make $40, of Haiku a million at $0.10 that cost $0.50 each, and
    // on two days a model without a price; a hundred searches at $10 a thousand; code execution.
    void initTestCase() {
        m_server.now = *fromRfc3339(QString::fromLatin1(Late));
        for (UtcDay day = UtcDay::fromDate(2026, 10, 1); day <= UtcDay::fromDate(2026, 10, 31); day = day + 1) {
            use(day, Opus, 10'000'000);
            bill(day, Opus, "uncached_input_tokens", QStringLiteral("4000"));
            if (day <= UtcDay::fromDate(2026, 10, 2)) {
                use(day, Haiku, 1'000'000);
                bill(day, Haiku, "uncached_input_tokens", QStringLiteral("50"));
                use(day, House, 1'000);
                bill(day, House, "uncached_input_tokens", QStringLiteral("150"));
            }
        }
        const UtcDay first = UtcDay::fromDate(2026, 10, 1);
        use(first, Opus, 7'000, QStringLiteral("priority"));
        FakeUsage searches;
        searches.start = first.startSeconds();
        searches.model = Opus;
        searches.measures.webSearches = 100;
        m_server.data.usage.push_back(searches);
        other(first, QStringLiteral("web_search"), QStringLiteral("100"));
        other(first, QStringLiteral("code_execution"), QStringLiteral("35.5"));
        sync();
    }

    // Tokens x price: 31 x 40 + 2 x 0.10 + 1 = 1,241.20; billed: 1,240 + 1 + 3 + 1 + 0.355 = 1,245.355.
    void theMatchBeforeAnInvoice() {
        const CliRun run = cli("reconcile month 2026-10 --ids --format csv");
        QVERIFY2(run.exitCode == 6, run.all());  // Haiku, and what has no price
        const QStringList opus = rowOf(run, Opus);
        QCOMPARE(opus.mid(0, 4), QStringList({Opus, QStringLiteral("310000000"), QStringLiteral("1240.00"),
                                              QStringLiteral("1240.00")}));
        QCOMPARE(opus[7], QStringLiteral("exact"));
        QVERIFY2(opus[9].contains(QStringLiteral("price book of 2026-10-07")), run.out);
        const QStringList haiku = rowOf(run, Haiku);
        QCOMPARE(haiku.mid(2, 2), QStringList({QStringLiteral("0.20"), QStringLiteral("1.00")}));
        QCOMPARE(haiku[5], QStringLiteral("0.80"));
        QCOMPARE(haiku[7], QStringLiteral("investigate"));
        const QStringList house = rowOf(run, House);
        QCOMPARE(house.mid(1, 3), QStringList({QStringLiteral("2000"), QString(), QStringLiteral("3.00")}));
        QCOMPARE(house[7], QStringLiteral("unpriced"));
        QVERIFY2(house[8].contains(QStringLiteral("2026-10-01 to 2026-10-02")), run.out);
        QCOMPARE(rowOf(run, QStringLiteral("web_search")).mid(2, 2),
                 QStringList({QStringLiteral("1.00"), QStringLiteral("1.00")}));
        QCOMPARE(rowOf(run, QStringLiteral("code_execution"))[7], QStringLiteral("no tokens"));
        const QStringList total = rowOf(run, QStringLiteral("Total"));
        QCOMPARE(total.mid(1, 3),
                 QStringList({QStringLiteral("312002000"), QStringLiteral("1241.20"), QStringLiteral("1245.355")}));
        QCOMPARE(total[5], QStringLiteral("4.155"));
        QVERIFY2(run.err.contains("7000 tokens of Priority Tier"), run.err);
        QVERIFY2(run.err.contains("house-model-1"), run.err);
    }

    void tokensByKind() {
        const CliRun run = cli("report tokens-x-price --from 2026-10-01 --to 2026-10-31 --ids --format csv");
        QVERIFY2(run.exitCode == 0, run.all());
        QCOMPARE(rowOf(run, Opus).mid(1, 3), QStringList({QStringLiteral("uncached_input"), QStringLiteral("310000000"),
                                                          QStringLiteral("1240.00")}));
        QVERIFY2(run.out.contains("priority_tier,7000,,"), run.out);
        QCOMPARE(rowOf(run, House)[3], QString());
        QCOMPARE(rowOf(run, QStringLiteral("Total"))[3], QStringLiteral("1241.20"));
        const CliRun half = cli("report month-match --from 2026-10-01 --to 2026-10-30");
        QVERIFY2(half.exitCode == 2 && half.err.contains("--to 2026-10-31"), half.all());
    }

    // 1,495.35 = 1,245.35 (the bill in whole cents) + 250 for Priority Tier; 19 % of 1,395.35 are 265.1165.
    void theInvoice() {
        const CliRun wrong =
            cli("invoice set 2026-10 --number HR-10 --amount 1495.35 --tax 19% --credits 100 --due 1660.46");
        QVERIFY2(wrong.exitCode == 2 && wrong.err.contains("a difference of -0.01"), wrong.all());
        for (const char* bad :
             {"invoice set 2026-10 --number HR-10 --amount 1,495.35", "invoice set 2026-13 --number a --amount 1",
              "invoice set 2026-10 --amount 1", "invoice set 2026-10 --number a --amount 1 --line x",
              "invoice set 2026-10 --number a --amount 1 --tax 101%", "invoice show 2026-10", "invoice",
              "invoice remove 2026-10"}) {
            const CliRun run = cli(bad);
            QVERIFY2(run.exitCode == 2, run.all());
        }
        const CliRun set = m_home.run(arguments("invoice set 2026-10 --number HR-10 --date 2026-11-03 --amount 1495.35 "
                                                "--tax 19% --credits 100 --due 1660.47") +
                                      QStringList{QStringLiteral("--line"), QStringLiteral("Priority Tier=250")});
        QVERIFY2(set.exitCode == 0, set.all());
        const QStringList shown = rowOf(cli("invoice show 2026-10 --format csv"), QStringLiteral("2026-10"));
        QCOMPARE(shown.mid(1, 7),
                 QStringList({QStringLiteral("HR-10"), QStringLiteral("2026-11-03"), QStringLiteral("1495.35"),
                              QStringLiteral("265.12"), QStringLiteral("100.00"), QStringLiteral("1660.47"),
                              QStringLiteral("Priority Tier=250.00")}));
        const CliRun causes = cli("reconcile month 2026-10 --causes --ids --format csv");
        const QMap<QString, QString> expected = {
            {QStringLiteral("manual-line Priority Tier"), QStringLiteral("250.00")},
            {QStringLiteral("unpriced house-model-1"), QStringLiteral("3.00")},
            {QStringLiteral("no-tokens code_execution"), QStringLiteral("0.355")},
            {QStringLiteral("rounding invoice"), QStringLiteral("-0.005")},
            {QStringLiteral("unexplained claude-haiku-5-5"), QStringLiteral("0.80")},
            {QStringLiteral("difference "), QStringLiteral("254.15")}};
        QMap<QString, QString> found;
        for (const QStringList& row : readCsv(causes.out).rows) found.insert(row[0] + u' ' + row[1], row[2]);
        QCOMPARE(found, expected);
    }

    void whatIsAcceptedIsNotOpen() {
        QVERIFY(cli("reconcile accept 2026-10 claude-haiku-5-5").exitCode == 2);
        QVERIFY(accept(Opus, QStringLiteral("is right")).exitCode == 2);  // it has no difference
        const CliRun open = cli("close 2026-10");
        QVERIFY2(open.exitCode == 2 && open.err.contains("a difference of 0.80 USD"), open.all());
        QVERIFY(cli("reconcile accept 2026-10 claude-nothing --note x").exitCode == 2);
        QVERIFY2(accept(Haiku, QStringLiteral("prompts over 100k")).exitCode == 0, "accept");
        QVERIFY(cli("reconcile month 2026-10").exitCode == 6);  // the model without a price
        QVERIFY2(accept(House, QStringLiteral("our own")).exitCode == 0, "accept");
        const CliRun run = cli("reconcile month 2026-10 --ids --format csv");
        QVERIFY2(run.exitCode == 0, run.all());
        QCOMPARE(rowOf(run, Haiku)[10], QStringLiteral("prompts over 100k"));
        QVERIFY(cli("reconcile accept 2026-10 house-model-1 --withdraw").exitCode == 0);
        QVERIFY(cli("reconcile month 2026-10").exitCode == 6);
        QVERIFY(accept(House, QStringLiteral("our own")).exitCode == 0);
    }

    void anOpenMonthIsClosedForAReasonOnly() {
        const CliRun november = cli("close 2026-11");
        QVERIFY2(november.exitCode == 2 && november.err.contains("missing"), november.all());
        QVERIFY(cli("close 2026-11 --anyway").exitCode == 2);
        QVERIFY(readCsv(cli("close list --format csv").out).rows.empty());
        const CliRun dry = cli("close 2026-11 --dry-run");
        QVERIFY2(dry.exitCode == 0 && dry.out.contains("against it"), dry.all());
        const CliRun anyway = m_home.run(arguments("close 2026-11 --anyway") +
                                         QStringList{QStringLiteral("--reason"), QStringLiteral("a rehearsal")});
        QVERIFY2(anyway.exitCode == 0, anyway.all());
        const CliRun shown = cli("close show 2026-11");
        QVERIFY2(shown.err.contains("Closed in spite of") && shown.err.contains("a rehearsal"), shown.all());
    }

    void closingFreezesTheFigures() {
        const CliRun dry = cli("close 2026-10 --dry-run");
        QVERIFY2(dry.exitCode == 0 && !dry.out.contains("against it"), dry.all());
        QVERIFY(readCsv(cli("close list --format csv").out).rows.size() == 1);
        const CliRun closed = cli("close 2026-10");
        QVERIFY2(closed.exitCode == 0, closed.all());
        QVERIFY(cli("close 2026-10").exitCode == 2);
        for (const char* change : {"invoice remove 2026-10", "invoice set 2026-10 --number a --amount 1",
                                   "reconcile accept 2026-10 claude-haiku-5-5 --withdraw"}) {
            const CliRun run = cli(change);
            QVERIFY2(run.exitCode == 2 && run.err.contains("2026-10 is closed; reopen it first"), run.all());
        }
        const QString file = m_home.path(QStringLiteral("october.json"));
        const CliRun exported =
            m_home.run(arguments("close export 2026-10") + QStringList{QStringLiteral("--output"), file});
        QVERIFY2(exported.exitCode == 0, exported.all());
        m_snapshot = m_home.readFile(QStringLiteral("october.json"));
        QVERIFY2(exported.out.contains(sha256(m_snapshot)), exported.out);
        QVERIFY2(closed.out.contains(sha256(m_snapshot)), closed.out);
        QVERIFY2(dry.out.contains(sha256(m_snapshot)), dry.out);
        QCOMPARE(cli("close export 2026-10").out, m_snapshot);

        const QJsonObject json = QJsonDocument::fromJson(m_snapshot).object();
        QCOMPARE(QJsonDocument(json).toJson(QJsonDocument::Compact), m_snapshot);  // canonical
        QCOMPARE(json[u"figures"][u"spend"].toString(), QStringLiteral("1245.355"));
        QCOMPARE(json[u"figures"][u"by_model"][Opus].toString(), QStringLiteral("1240.00"));
        QCOMPARE(json[u"figures"][u"by_cost_type"][u"code_execution"].toString(), QStringLiteral("0.355"));
        QCOMPARE(json[u"figures"][u"tokens"][u"uncached_input"].toString(), QStringLiteral("312009000"));
        QCOMPARE(json[u"completeness"][u"cost"][u"final"].toInt(), 31);
        QCOMPARE(json[u"sources"][u"price_book"][u"edition"].toString(), QStringLiteral("2026-10-07"));
        QVERIFY(json[u"sources"][u"cost"][u"requests"].toInt() > 0);
        QCOMPARE(json[u"invoice"][u"due"].toString(), QStringLiteral("1660.47"));
        QCOMPARE(json[u"match"][u"residual"].toString(), QStringLiteral("254.15"));
        const QJsonArray accepted = json[u"acceptances"].toArray();
        QCOMPARE(accepted.size(), 2);
        QCOMPARE(accepted[0][u"item"].toString(), Haiku);
        QCOMPARE(accepted[0][u"amount"].toString(), QStringLiteral("0.80"));
        QCOMPARE(accepted[1][u"note"].toString(), QStringLiteral("our own"));
        QVERIFY(!json.contains(u"closed_in_spite_of"));
        const CliRun shown = cli("close show 2026-10 --format csv");
        QCOMPARE(rowOf(shown, QStringLiteral("Spend")).mid(1),
                 QStringList({QStringLiteral("1245.355"), QStringLiteral("1245.355"), QStringLiteral("0.00")}));
        QVERIFY2(shown.err.contains("Nothing changed"), shown.err);
    }

    void aLateChangeIsShownAgainstTheClose() {
        for (FakeCost& cost : m_server.data.cost) {
            if (cost.model == Opus && cost.day == UtcDay::fromDate(2026, 10, 31))
                cost.cents = QStringLiteral("3999.50");
        }
        sync();
        const CliRun shown = cli("close show 2026-10 --format csv");
        QCOMPARE(rowOf(shown, QStringLiteral("Spend")).mid(1),
                 QStringList({QStringLiteral("1245.355"), QStringLiteral("1245.35"), QStringLiteral("-0.005")}));
        QCOMPARE(rowOf(shown, Opus).mid(1),
                 QStringList({QStringLiteral("1240.00"), QStringLiteral("1239.995"), QStringLiteral("-0.005")}));
        const QStringList listed = rowOf(cli("close list --format csv"), QStringLiteral("2026-10"));
        QCOMPARE(listed.mid(4, 3),
                 QStringList({QStringLiteral("1245.355"), QStringLiteral("1245.35"), QStringLiteral("-0.005")}));
        QCOMPARE(listed[7].toLatin1(), sha256(m_snapshot));
        const CliRun match = cli("reconcile month 2026-10 --ids --format csv");
        QVERIFY2(rowOf(match, Opus)[8].contains(QStringLiteral("Cost of 2026-10-31 restated on 2026-11-20")),
                 match.out);
        QCOMPARE(cli("close export 2026-10").out, m_snapshot);  // what was closed stays
    }

    void reopeningNeedsAReasonAndIsLogged() {
        QVERIFY(cli("close reopen 2026-10").exitCode == 2);
        const CliRun reopened = m_home.run(arguments("close reopen 2026-10") +
                                           QStringList{QStringLiteral("--reason"), QStringLiteral("credit note")});
        QVERIFY2(reopened.exitCode == 0, reopened.all());
        QVERIFY(cli("close reopen 2026-10 --reason again").exitCode == 2);
        const CliRun again = cli("close 2026-10");
        QVERIFY2(again.exitCode == 0 && again.out.contains("version 2"), again.all());
        const Csv closes = readCsv(cli("close list --format csv").out);
        QCOMPARE(closes.rows.size(), std::size_t{3});
        QCOMPARE(closes.rows[0].last(), QStringLiteral("credit note"));
        const CliRun log = cli("report audit-log --format csv");
        for (const char* action : {"close", "reopen", "definition"}) QVERIFY2(log.out.contains(action), log.out);
        QVERIFY(cli("verify").exitCode == 0);
    }

    void verifyFindsAChangedSnapshot() {
        SQLite::Database db(m_home.cache().toStdString(), SQLite::OPEN_READWRITE);
        db.exec("DROP TRIGGER IF EXISTS month_close_stays");
        QVERIFY(db.exec("UPDATE month_close SET body = replace(body, '1240.00', '1241.00') WHERE version = 1 AND body "
                        "LIKE '%1240.00%'") > 0);
        const CliRun run = cli("verify");
        QVERIFY2(run.exitCode == 6 && run.out.contains("2026-10"), run.all());
        const CliRun listed = cli("close list");
        QVERIFY2(listed.err.contains("not as it was closed"), listed.all());
    }

    void wrongUse() {
        for (const QByteArray words :
             {"close", "close October", "close show", "close show 2024-01", "close export 2024-01",
              "close list 2026-10", "close 2026-10 --reason x", "reconcile month", "reconcile month 2026-10 2026-11",
              "reconcile month 2026-10 --format xml"}) {
            const CliRun run = cli(words.constData());
            QVERIFY2(run.exitCode == 2, QByteArray(words + run.all()).constData());
        }
    }

private:
    [[nodiscard]] QStringList arguments(const char* what) const {
        return words(what) + QStringList{QStringLiteral("--now"), QString::fromLatin1(Late), QStringLiteral("--cache"),
                                         m_home.cache()};
    }
    [[nodiscard]] CliRun cli(const char* what) const { return m_home.run(arguments(what)); }
    [[nodiscard]] CliRun accept(const QString& item, const QString& note) const {
        return m_home.run(arguments("reconcile accept 2026-10") + QStringList{item, QStringLiteral("--note"), note});
    }
    void sync() {
        const CliRun run =
            m_home.run(arguments("sync --since 2026-10-01 --until 2026-10-31 --full --datasets usage,cost") +
                       QStringList{QStringLiteral("--base-url"), m_server.url().toString()});
        QVERIFY2(run.exitCode == 0, run.all());
    }
    void use(UtcDay day, const QString& model, std::int64_t input, const QString& tier = QStringLiteral("standard")) {
        FakeUsage usage;
        usage.start = day.startSeconds();
        usage.model = model;
        usage.serviceTier = tier;
        usage.measures.uncachedInput = input;
        m_server.data.usage.push_back(usage);
    }
    void bill(UtcDay day, const QString& model, const char* tokenType, const QString& cents) {
        FakeCost cost;
        cost.day = day;
        cost.model = model;
        cost.tokenType = QString::fromLatin1(tokenType);
        cost.description = model + u' ' + *cost.tokenType;
        cost.serviceTier = QStringLiteral("standard");
        cost.contextWindow = QStringLiteral("0-200k");
        cost.inferenceGeo = QStringLiteral("global");
        cost.cents = cents;
        m_server.data.cost.push_back(cost);
    }
    void other(UtcDay day, const QString& type, const QString& cents) {
        FakeCost cost;
        cost.day = day;
        cost.costType = type;
        cost.description = type;
        cost.cents = cents;
        m_server.data.cost.push_back(cost);
    }

    FakeAdminServer m_server;
    CliHome m_home;
    QByteArray m_snapshot;
};

QTEST_GUILESS_MAIN(CliMonth)
#include "tst_climonth.moc"
