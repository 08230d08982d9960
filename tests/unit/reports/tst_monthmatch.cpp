// The split of a month's residual: by hand, and as a property over random months.
#include "app/analysis/monthmatch.h"

#include <QTest>

#include <random>

using namespace tokenledger;

namespace {

__extension__ using Wide = __int128;

Money dollars(const char* text) { return parseDollars(text).value().amount; }
UtcDay day(const char* iso) { return UtcDay::fromIso(QString::fromLatin1(iso)).value(); }

MatchInput model(const char* id, const char* computed, const char* billed) {
    MatchInput input;
    input.id = input.name = QString::fromLatin1(id);
    input.count = 1'000'000;
    input.computed = dollars(computed);
    input.billed = dollars(billed);
    return input;
}

Money sumOf(const MonthMatch& match) {
    Wide sum = 0;
    for (const MatchCause& cause : match.causes) sum += cause.amount.nano();
    return Money::fromNano(static_cast<std::int64_t>(sum));
}

Money causeOf(const MonthMatch& match, CauseKind kind) { return match.sumOf(kind); }

}  // namespace

class TestMonthMatch : public QObject {
    Q_OBJECT
private slots:
    // The figures of the design's October: 41,349.07 - 39,793.38 = 1,555.69.
    void aMonthByHand() {
        std::vector<MatchInput> items;
        MatchInput opus = model("opus", "11265.90", "11265.94");
        opus.roundingBound = dollars("0.05");
        MatchInput sonnet = model("sonnet", "15688.49", "15682.11");
        sonnet.late = dollars("-6.38");
        MatchInput haiku = model("haiku", "539.37", "561.32");
        MatchInput fable = model("fable", "0", "152.01");
        fable.unpricedCount = 21'700'000;
        fable.unpricedDays = {day("2026-10-20")};
        fable.billedUnpriced = dollars("152.01");
        const MatchInput rest = model("rest", "12215.00", "12215.00");
        MatchInput search = model("web_search", "84.62", "84.62");
        search.item = MatchItem::WebSearch;
        MatchInput code = model("code_execution", "0", "138.07");
        code.item = MatchItem::NoTokens;
        MatchInvoice invoice;
        invoice.amount = dollars("41349.07");
        invoice.lines = {{QStringLiteral("Priority Tier"), dollars("1250")}};
        invoice.roundingBound = dollars("0.005");
        const auto match = matchMonth({opus, sonnet, haiku, fable, rest, search, code}, invoice, {});
        QVERIFY(match);
        QCOMPARE(match->computed, dollars("39793.38"));
        QCOMPARE(match->billed, dollars("40099.07"));
        QCOMPARE(match->billedDifference, dollars("305.69"));
        QCOMPARE(match->status, RowStatus::Close);  // 0.76 %
        QCOMPARE(match->residual, dollars("1555.69"));
        QCOMPARE(match->invoiceDifference, Money());
        QCOMPARE(match->invoiceStatus, RowStatus::Exact);
        QCOMPARE(causeOf(*match, CauseKind::ManualLine), dollars("1250"));
        QCOMPARE(causeOf(*match, CauseKind::Unpriced), dollars("152.01"));
        QCOMPARE(causeOf(*match, CauseKind::NoTokens), dollars("138.07"));
        QCOMPARE(causeOf(*match, CauseKind::LateData), dollars("-6.38"));
        QCOMPARE(causeOf(*match, CauseKind::Rounding), dollars("0.04"));
        QCOMPARE(causeOf(*match, CauseKind::Unexplained), dollars("21.95"));
        QCOMPARE(sumOf(*match), match->residual);
        const RowStatus expected[] = {RowStatus::Exact, RowStatus::Close, RowStatus::Investigate, RowStatus::Unpriced,
                                      RowStatus::Exact, RowStatus::Exact, RowStatus::NoTokens};
        for (std::size_t i = 0; i < match->rows.size(); ++i) QCOMPARE(match->rows[i].status, expected[i]);
    }

    void withoutAnInvoiceTheCostReportIsTheEnd() {
        const auto match = matchMonth({model("a", "10", "12")}, std::nullopt, {});
        QVERIFY(match && !match->invoiced);
        QCOMPARE(match->residual, dollars("2"));
        QCOMPARE(causeOf(*match, CauseKind::Unexplained), dollars("2"));
        const auto none = matchMonth({}, std::nullopt, {});
        QVERIFY(none && none->causes.empty());
        QCOMPARE(none->status, RowStatus::Exact);
    }

    void lateDataExplainOnlyInTheirDirection() {
        MatchInput up = model("up", "10", "12");
        up.late = dollars("-1");  // the bill went down later: no reason for being above
        MatchInput far = model("far", "10", "12");
        far.late = dollars("5");
        const auto match = matchMonth({up, far}, std::nullopt, {});
        QVERIFY(match);
        QCOMPARE(match->rows[0].cause(CauseKind::LateData), Money());
        QCOMPARE(match->rows[0].cause(CauseKind::Unexplained), dollars("2"));
        QCOMPARE(match->rows[1].cause(CauseKind::LateData), dollars("2"));
        QCOMPARE(match->rows[1].cause(CauseKind::Unexplained), Money());
    }

    void roundingExplainsOnlyWithinItsBound() {
        MatchInput in = model("in", "10", "10.05");
        in.roundingBound = dollars("0.05");
        MatchInput out = model("out", "10", "10.06");
        out.roundingBound = dollars("0.05");
        const auto match = matchMonth({in, out}, std::nullopt, {});
        QVERIFY(match);
        QCOMPARE(match->rows[0].cause(CauseKind::Rounding), dollars("0.05"));
        QCOMPARE(match->rows[1].cause(CauseKind::Rounding), Money());
        QCOMPARE(match->rows[1].cause(CauseKind::Unexplained), dollars("0.06"));
    }

    void limitsDecide() {
        const MatchLimits limits{10'000, 1'000'000};
        QCOMPARE(matchStatus(9, 100'000, limits), MatchStatus::Exact);   // 0.009 %
        QCOMPARE(matchStatus(10, 100'000, limits), MatchStatus::Close);  // 0.01 %: not below
        QCOMPARE(matchStatus(-999, 100'000, limits), MatchStatus::Close);
        QCOMPARE(matchStatus(1'000, 100'000, limits), MatchStatus::Investigate);
        QCOMPARE(matchStatus(1, 0, limits), MatchStatus::Investigate);
        QCOMPARE(matchStatus(0, 0, limits), MatchStatus::Exact);
        QCOMPARE(matchStatus(-9'000'000'000'000'000'000, 9'000'000'000'000'000'000, limits), MatchStatus::Investigate);
        QVERIFY(parseMatchLimits("{\"exact\":\"0.5\",\"close\":\"2\"}") == MatchLimits({500'000, 2'000'000}));
        QCOMPARE(toJson(MatchLimits()), QByteArray("{\"close\":\"1\",\"exact\":\"0.01\"}"));
        for (const char* bad :
             {"{\"exact\":\"2\",\"close\":\"1\"}", "{\"exact\":\"2\"}", "{\"exact\":\"1\",\"close\":\"101\"}",
              "{\"exact\":\"0,1\",\"close\":\"1\"}", "{\"exact\":\"0.1\",\"close\":\"1\",\"closed\":\"1\"}", "[]"})
            QVERIFY2(!parseMatchLimits(bad), bad);
    }

    void causesSumToTheResidual() {
        std::mt19937_64 random(20261121);
        const auto pick = [&random](std::int64_t most) {
            return std::uniform_int_distribution<std::int64_t>(-most, most)(random);
        };
        const auto money = [&pick](std::int64_t most) { return Money::fromNano(pick(most)); };
        for (int round = 0; round < 2'000; ++round) {
            std::vector<MatchInput> items;
            Wide computed = 0;
            Wide billed = 0;
            const auto count = static_cast<int>(pick(6) + 6);
            for (int i = 0; i < count; ++i) {
                MatchInput input;
                input.id = QString::number(i);
                input.item = static_cast<MatchItem>((pick(100) + 100) % 3);
                const bool large = pick(1) == 0;
                const std::int64_t most = large ? 900'000'000'000'000'000 / 13 : 2'000;
                if (input.item != MatchItem::NoTokens) input.computed = money(most);
                input.billed = money(most);
                input.unpricedCount = pick(1) == 0 ? 5 : 0;
                input.billedUnpriced = money(most);
                input.oneSided = money(most / 3);
                input.geography = money(most / 4);
                input.late = money(most);
                input.roundingBound = Money::fromNano(std::abs(pick(most / 2)));
                computed += input.computed.nano();
                billed += input.billed.nano();
                items.push_back(input);
            }
            std::optional<MatchInvoice> invoice;
            Wide end = billed;
            if (pick(1) == 0) {
                invoice = MatchInvoice{money(1'000'000'000'000),
                                       {{QStringLiteral("a"), money(5'000)}, {QStringLiteral("b"), money(5'000)}},
                                       money(1'000'000),
                                       Money::fromNano(5'000'000)};
                end = invoice->amount.nano();
            }
            const auto match = matchMonth(items, invoice, {});
            QVERIFY(match);
            QCOMPARE(match->residual.nano(), static_cast<std::int64_t>(end - computed));
            QCOMPARE(sumOf(*match), match->residual);
            for (const MatchRow& row : match->rows) {
                Wide parts = 0;
                for (const Money part : row.causes) parts += part.nano();
                QCOMPARE(static_cast<std::int64_t>(parts), row.difference.nano());
                QVERIFY(std::abs(row.cause(CauseKind::Rounding).nano()) <= row.input.roundingBound.nano());
            }
        }
    }

    void whatDoesNotFitIsAnError() {
        MatchInput a = model("a", "0", "0");
        a.billed = Money::fromNano(std::numeric_limits<std::int64_t>::max());
        MatchInput b = a;
        b.id = QStringLiteral("b");
        const auto match = matchMonth({a, b}, std::nullopt, {});
        QVERIFY(!match);
        QCOMPARE(match.error().kind, ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(TestMonthMatch)
#include "tst_monthmatch.moc"
