#include "app/analysis/cachesavings.h"

#include <QTest>

using namespace tokenledger;

namespace {

constexpr TermId Sonnet = 1, Opus = 2, Unheard = 3, Haiku = 4, Standard = 10, Batch = 11, Priority = 12, Small = 20;
const PriceKey SonnetKey{Sonnet, Standard, Small};
const PriceKey OpusKey{Opus, Standard, Small};

QString termText(TermId term) {
    switch (term) {
        case Sonnet:
            return QStringLiteral("claude-sonnet-5-5");
        case Opus:
            return QStringLiteral("claude-opus-5-5");
        case Unheard:
            return QStringLiteral("claude-unheard-9");
        case Haiku:
            return QStringLiteral("claude-haiku-5-5");
        case Standard:
            return QStringLiteral("standard");
        case Batch:
            return QStringLiteral("batch");
        case Priority:
            return QStringLiteral("priority");
        case Small:
            return QStringLiteral("0-200k");
        default:
            return {};
    }
}

UtcDay day(const char* iso) { return UtcDay::fromIso(QString::fromLatin1(iso)).value(); }

/// uncached, 5m, 1h, read
UsageMeasures tokens(std::int64_t uncached, std::int64_t write5m, std::int64_t write1h, std::int64_t read) {
    return {uncached, write5m, write1h, read, 0, 0};
}

struct Bill {
    struct Line {
        UtcDay day;
        PriceKey key;
        InputKind kind;
        std::int64_t tokens;
        std::int64_t nano;
    };
    std::vector<UtcDay> finalDays;
    std::vector<Line> lines;

    void add(UtcDay on, const PriceKey& key, InputKind kind, std::int64_t tokenCount, std::int64_t nano) {
        lines.push_back({on, key, kind, tokenCount, nano});
    }
    [[nodiscard]] Result<PriceTable> build() const {
        PriceTable::Builder builder(PriceBook::builtIn(), termText);
        for (const Line& line : lines) {
            UsageMeasures m;
            if (line.kind == InputKind::Uncached) m.uncachedInput = line.tokens;
            if (line.kind == InputKind::Creation5m) m.cacheCreation5m = line.tokens;
            if (line.kind == InputKind::Creation1h) m.cacheCreation1h = line.tokens;
            if (line.kind == InputKind::Read) m.cacheRead = line.tokens;
            builder.addUsed(line.day, line.key, m);
            builder.addBilled(line.day, line.key, line.kind, Money::fromNano(line.nano));
        }
        return builder.build(finalDays);
    }
    [[nodiscard]] PriceTable table() const { return build().value(); }
};

UnitPrice priceOf(const Bill& bill, UtcDay on, const PriceKey& key, InputKind kind = InputKind::Uncached) {
    PriceTable table = bill.table();
    return table.prices(on, key)[static_cast<std::size_t>(kind)];
}

void compare(const UnitPrice& price, std::int64_t nano, std::int64_t tokenCount, PriceSource source) {
    QCOMPARE(price.nano, nano);
    QCOMPARE(price.tokens, tokenCount);
    QCOMPARE(price.source, source);
}

}  // namespace

class TestCacheSavings : public QObject {
    Q_OBJECT
private slots:
    void theOwnBillOfAFinalDayComesFirst() {
        Bill bill{{day("2026-11-10")}, {}};
        bill.add(day("2026-11-10"), OpusKey, InputKind::Uncached, 20'000, 70'000'000);  // not the list's 80,000,000
        compare(priceOf(bill, day("2026-11-10"), OpusKey), 70'000'000, 20'000, PriceSource::OwnBill);
    }

    void rowsOfADayAreSummed() {
        Bill bill{{day("2026-11-10")}, {}};
        bill.add(day("2026-11-10"), OpusKey, InputKind::Uncached, 6'000, 24'000'000);
        bill.add(day("2026-11-10"), OpusKey, InputKind::Uncached, 6'000, 25'000'000);
        compare(priceOf(bill, day("2026-11-10"), OpusKey), 49'000'000, 12'000, PriceSource::OwnBill);
    }

    void whatIsNoOwnBill_data() {
        QTest::addColumn<bool>("isFinal");
        QTest::addColumn<qint64>("tokenCount");
        QTest::addColumn<qint64>("nano");
        QTest::newRow("provisional day") << false << qint64{20'000} << qint64{70'000'000};
        QTest::newRow("too few tokens") << true << qint64{9'999} << qint64{40'000'000};
        QTest::newRow("nothing billed") << true << qint64{20'000} << qint64{0};
        QTest::newRow("refunded") << true << qint64{20'000} << qint64{-1};
    }
    void whatIsNoOwnBill() {
        QFETCH(bool, isFinal);
        QFETCH(qint64, tokenCount);
        QFETCH(qint64, nano);
        Bill bill;
        if (isFinal) bill.finalDays = {day("2026-11-10")};
        bill.add(day("2026-11-10"), OpusKey, InputKind::Uncached, tokenCount, nano);
        compare(priceOf(bill, day("2026-11-10"), OpusKey), 4'000'000'000, 1'000'000, PriceSource::PriceBook);
    }

    void thresholdItselfIsEnough() {
        Bill bill{{day("2026-11-10")}, {}};
        bill.add(day("2026-11-10"), OpusKey, InputKind::Uncached, 10'000, 1);
        QCOMPARE(priceOf(bill, day("2026-11-10"), OpusKey).source, PriceSource::OwnBill);
    }

    void theNearestDayBeforeThenAfter() {
        const UtcDay asked = day("2026-06-15");
        Bill bill{{asked - 31, asked - 5, asked + 1}, {}};
        bill.add(asked - 31, OpusKey, InputKind::Uncached, 10'000, 1);
        bill.add(asked - 5, OpusKey, InputKind::Uncached, 10'000, 2);
        bill.add(asked + 1, OpusKey, InputKind::Uncached, 10'000, 3);
        compare(priceOf(bill, asked, OpusKey), 2, 10'000, PriceSource::NearestDay);  // though the day after is nearer
        Bill after{{asked + 31}, {}};
        after.add(asked + 31, OpusKey, InputKind::Uncached, 10'000, 4);
        compare(priceOf(after, asked, OpusKey), 4, 10'000, PriceSource::NearestDay);
        Bill farther{{asked - 32, asked + 32}, {}};
        farther.add(asked - 32, OpusKey, InputKind::Uncached, 10'000, 5);
        farther.add(asked + 32, OpusKey, InputKind::Uncached, 10'000, 6);
        QCOMPARE(priceOf(farther, asked, OpusKey).source, PriceSource::PriceBook);
    }

    void aPriceChangeIsNotCrossed() {
        Bill bill{{day("2026-10-06")}, {}};
        bill.add(day("2026-10-06"), SonnetKey, InputKind::Read, 10'000, 1'900'000);
        compare(priceOf(bill, day("2026-10-05"), SonnetKey, InputKind::Read), 1'900'000, 10'000,
                PriceSource::NearestDay);
        compare(priceOf(bill, day("2026-10-07"), SonnetKey, InputKind::Read), 100'000'000, 1'000'000,
                PriceSource::PriceBook);
        Bill later{{day("2026-10-07")}, {}};
        later.add(day("2026-10-07"), SonnetKey, InputKind::Read, 10'000, 900'000);
        compare(priceOf(later, day("2026-10-06"), SonnetKey, InputKind::Read), 200'000'000, 1'000'000,
                PriceSource::PriceBook);
    }

    void pricesOfOthersAreNotTaken() {
        Bill bill{{day("2026-11-10")}, {}};
        bill.add(day("2026-11-10"), OpusKey, InputKind::Uncached, 20'000, 70'000'000);
        const PriceKey batch{Opus, Batch, Small};
        compare(priceOf(bill, day("2026-11-10"), batch), 2'000'000'000, 1'000'000, PriceSource::PriceBook);
        QCOMPARE(priceOf(bill, day("2026-11-10"), {Opus, Priority, Small}).source, PriceSource::Unpriced);
        QCOMPARE(priceOf(bill, day("2026-11-10"), {Unheard, Standard, Small}).source, PriceSource::Unpriced);
        QCOMPARE(priceOf(bill, day("2026-11-10"), {NullTerm, NullTerm, NullTerm}).source, PriceSource::Unpriced);
    }

    void anUnlistedModelHasItsOwnBill() {
        const PriceKey key{Unheard, Standard, Small};
        Bill bill{{day("2026-11-10")}, {}};
        bill.add(day("2026-11-10"), key, InputKind::Uncached, 20'000, 7);
        QCOMPARE(priceOf(bill, day("2026-11-10"), key).source, PriceSource::OwnBill);
        QCOMPARE(priceOf(bill, day("2026-11-30"), key).source, PriceSource::NearestDay);
        QCOMPARE(priceOf(bill, day("2026-12-31"), key).source, PriceSource::Unpriced);
    }

    // 2,919,015 tokens for $2.919015 and 1,913,996 for $0.382799 are amounts that the live API has answered; the saving
    // is then 1,913,996 x $0.000001 - $0.382799. Writes: 500,000 x $0.00000025 + 30,000 x $0.000001.
    void savingsByHand() {
        const UtcDay on = day("2026-11-10");
        Bill bill{{on}, {}};
        bill.add(on, OpusKey, InputKind::Uncached, 2'919'015, 2'919'015'000);
        bill.add(on, OpusKey, InputKind::Read, 1'913'996, 382'799'000);
        bill.add(on, OpusKey, InputKind::Creation5m, 500'000, 625'000'000);
        bill.add(on, OpusKey, InputKind::Creation1h, 30'000, 60'000'000);
        PriceTable table = bill.table();
        SavingsSum sum;
        QVERIFY(sum.add(tokens(2'919'015, 500'000, 30'000, 1'913'996), table.prices(on, OpusKey)));
        const CacheSavings savings = sum.result().value();
        QCOMPARE(savings.readSaving->nano(), 1'531'197'000);
        QCOMPARE(savings.writePremium->nano(), 155'000'000);
        QCOMPARE(savings.netSaving->nano(), 1'376'197'000);
        QCOMPARE(savings.source, PriceSource::OwnBill);
        QVERIFY(!savings.unpriced && !savings.losesMoney());
    }

    // Expected: the exact fractions, summed and then rounded once (computed with Python's Fraction).
    void fractionsAreSummedBeforeTheyAreRounded() {
        const UtcDay on = day("2026-11-10");
        Bill bill{{on}, {}};
        bill.add(on, OpusKey, InputKind::Uncached, 30'011, 1'000'000'007);
        bill.add(on, OpusKey, InputKind::Read, 10'003, 77'777'777);
        bill.add(on, OpusKey, InputKind::Creation5m, 17'000, 1'234'567'891);
        bill.add(on, OpusKey, InputKind::Creation1h, 11'001, 2'222'222'223);
        PriceTable table = bill.table();
        const InputPrices& prices = table.prices(on, OpusKey);
        SavingsSum first;
        SavingsSum second;
        QVERIFY(first.add(tokens(0, 500, 70, 3'333), prices));
        QVERIFY(second.add(tokens(0, 16'500, 10'931, 6'670), prices));
        QCOMPARE(first.result()->readSaving->nano(), 85'143'721);
        QCOMPARE(first.result()->writePremium->nano(), 31'457'913);
        QCOMPARE(second.result()->readSaving->nano(), 170'389'624);
        QCOMPARE(second.result()->writePremium->nano(), 2'492'307'637);
        SavingsSum whole;
        QVERIFY(whole.add(tokens(0, 17'000, 11'001, 10'003), prices));
        QVERIFY(first.add(second));
        QCOMPARE(first.result()->readSaving->nano(), 255'533'345);
        QCOMPARE(whole.result()->readSaving->nano(), 255'533'345);
        QCOMPARE(first.result()->writePremium->nano(), 2'523'765'550);
        QCOMPARE(whole.result()->writePremium->nano(), 2'523'765'550);
    }

    void halvesGoToTheEvenNanoDollar() {
        InputPrices prices;
        prices.fill({0, 1'000'000, PriceSource::PriceBook, false});
        prices[static_cast<std::size_t>(InputKind::Uncached)].nano = 1'500;
        const auto saving = [&prices](std::int64_t read) {
            SavingsSum sum;
            return sum.add(tokens(0, 0, 0, read), prices) ? sum.result()->readSaving->nano() : -1;
        };
        QCOMPARE(saving(1'000), 2);  // 1.5
        QCOMPARE(saving(3'000), 4);  // 4.5
        QCOMPARE(saving(3'001), 5);  // 4.5015
    }

    void cachingCanLoseMoney() {
        SavingsSum sum;
        PriceTable table = Bill().table();
        QVERIFY(sum.add(tokens(0, 1'000'000, 0, 1'000), table.prices(day("2026-11-10"), OpusKey)));
        const CacheSavings savings = sum.result().value();
        QCOMPARE(savings.readSaving->nano(), 3'800'000);        // 1,000 x $3.80 a million
        QCOMPARE(savings.writePremium->nano(), 1'000'000'000);  // 1,000,000 x $1.00 a million
        QVERIFY(savings.losesMoney());
        QCOMPARE(savings.source, PriceSource::PriceBook);
    }

    void unpricedTokensAreNotZero() {
        PriceTable table = Bill().table();
        const UtcDay on = day("2026-11-10");
        SavingsSum sum;
        QVERIFY(sum.add(tokens(5, 0, 0, 1'000'000), table.prices(on, {Unheard, Standard, Small})));
        const CacheSavings nothing = sum.result().value();
        QVERIFY(!nothing.readSaving);
        QCOMPARE(nothing.writePremium.value(), Money());  // nothing was written: that is known
        QVERIFY(!nothing.netSaving);
        QVERIFY(nothing.unpriced);
        QCOMPARE(nothing.source, PriceSource::Unpriced);
        QVERIFY(sum.add(tokens(0, 0, 0, 1'000'000), table.prices(on, OpusKey)));
        const CacheSavings partly = sum.result().value();
        QCOMPARE(partly.readSaving->nano(), 3'800'000'000);
        QVERIFY(partly.unpriced);
    }

    void withoutCacheNothingIsUnknown() {
        PriceTable table = Bill().table();
        SavingsSum sum;
        QVERIFY(sum.add(tokens(1'000, 0, 0, 0), table.prices(day("2026-11-10"), {Unheard, Standard, Small})));
        const CacheSavings savings = sum.result().value();
        QCOMPARE(savings.netSaving.value(), Money());
        QVERIFY(!savings.unpriced);
    }

    void aPriceThatDependsOnPromptLengthIsAnEstimate() {
        PriceTable table = Bill().table();
        SavingsSum sum;
        QVERIFY(sum.add(tokens(0, 0, 0, 1'000'000), table.prices(day("2026-11-10"), {Haiku, Standard, Small})));
        QCOMPARE(sum.result()->readSaving->nano(), 90'000'000);
        QVERIFY(sum.result()->estimate);
    }

    void whatDoesNotFitIsAnError() {
        PriceTable table = Bill().table();
        const InputPrices& prices = table.prices(day("2026-11-10"), OpusKey);
        SavingsSum sum;
        // 2e15 tokens at $3.80 a million are 7.6 billion dollars; twice that is more than nano-dollars can hold.
        QVERIFY(sum.add(tokens(0, 0, 0, 2'000'000'000'000'000), prices));
        QCOMPARE(sum.result()->readSaving->nano(), 7'600'000'000'000'000'000);
        QVERIFY(sum.add(tokens(0, 0, 0, 2'000'000'000'000'000), prices));
        QVERIFY(!sum.result());
        SavingsSum huge;
        QVERIFY(!huge.add(tokens(0, 0, 0, INT64_MAX), prices));
    }

    void daysTooLargeToSumAreAnError() {
        Bill bill;
        bill.add(day("2026-11-10"), OpusKey, InputKind::Read, INT64_MAX, 1);
        bill.add(day("2026-11-10"), OpusKey, InputKind::Read, 1, 1);
        QVERIFY(!bill.build());
    }

    void daysMayBeAskedInAnyOrder() {
        Bill bill{{day("2026-11-10"), day("2026-11-12")}, {}};
        bill.add(day("2026-11-12"), OpusKey, InputKind::Uncached, 10'000, 12);
        bill.add(day("2026-11-10"), OpusKey, InputKind::Uncached, 10'000, 10);
        PriceTable table = bill.table();
        QCOMPARE(table.prices(day("2026-11-12"), OpusKey)[0].nano, 12);
        QCOMPARE(table.prices(day("2026-11-10"), OpusKey)[0].nano, 10);
        QCOMPARE(table.prices(day("2026-11-11"), OpusKey)[0].nano, 10);
        QCOMPARE(table.prices(day("2026-11-12"), OpusKey)[0].nano, 12);
    }

    void tokenTypesOfTheCostReport() {
        QCOMPARE(inputKindFromTokenType(u"cache_creation.ephemeral_1h_input_tokens"), InputKind::Creation1h);
        QCOMPARE(inputKindFromTokenType(u"cache_creation.ephemeral_5m_input_tokens"), InputKind::Creation5m);
        QCOMPARE(inputKindFromTokenType(u"uncached_input_tokens"), InputKind::Uncached);
        QCOMPARE(inputKindFromTokenType(u"cache_read_input_tokens"), InputKind::Read);
        QVERIFY(!inputKindFromTokenType(u"output_tokens"));
        QVERIFY(!inputKindFromTokenType(u""));
    }

    // Written and never read: the reads that would have paid for it are reckoned by what was written.
    void breakEvenWithoutReads() {
        Bill bill;  // by the book: 2, 2.50 and 4 dollars, reading 0.10
        PriceTable table = bill.table();
        SavingsSum sum;
        QVERIFY(sum.add(tokens(0, 1'000'000, 0, 0), table.prices(day("2026-11-10"), SonnetKey)));
        QVERIFY(sum.add(tokens(0, 0, 1'000'000, 0), table.prices(day("2026-11-10"), SonnetKey)));
        const CacheSavings savings = sum.result().value();
        QCOMPARE(savings.breakEven, 657'895);  // (0.50 + 2) / 2 / 1.90
        QCOMPARE(savings.pricedWritten, 2'000'000);
        QVERIFY(savings.losesMoney());
        QVERIFY(!SavingsSum().result()->breakEven);
    }

    // The list's own multipliers, 1.25, 2 and 0.1 of the input price: measures.md names 0.28 and 1.11.
    void breakEvenOfTheUsualMultipliers() {
        PriceTable table = Bill().table();
        const PriceKey haiku{Haiku, Standard, Small};
        SavingsSum minutes;
        QVERIFY(minutes.add(tokens(5, 1'000, 0, 70'000), table.prices(day("2026-11-10"), haiku)));
        QCOMPARE(minutes.result()->breakEven, 277'778);
        SavingsSum hour;
        QVERIFY(hour.add(tokens(5, 0, 1'000, 70'000), table.prices(day("2026-11-10"), haiku)));
        QCOMPARE(hour.result()->breakEven, 1'111'111);
    }

    void breakEvenOfHugeSums() {
        PriceTable table = Bill().table();
        SavingsSum sum;
        const std::int64_t most = 1'000'000'000'000'000;
        QVERIFY(sum.add(tokens(0, most, 0, most), table.prices(day("2026-11-10"), SonnetKey)));
        QCOMPARE(sum.result()->breakEven, 263'158);  // 0.50 / 1.90
    }
};

QTEST_GUILESS_MAIN(TestCacheSavings)
#include "tst_cachesavings.moc"
