// The variance bridge: each effect alone by hand, and exact sums for random periods.
#include "app/analysis/bridge.h"

#include <QTest>

#include <random>

using namespace tokenledger;

namespace {

__extension__ using Wide = __int128;

constexpr TermId Opus = 10;
constexpr TermId Haiku = 11;
constexpr TermId Standard = 20;
constexpr TermId Batch = 21;
constexpr TermId Short = 30;
constexpr TermId Code = 40;

/// `price` in nano-dollars a token.
BridgeLine line(TermId model, BilledKind kind, std::int64_t tokens, std::int64_t price, TermId tier = Standard) {
    return {model, tier, Short, kind, tokens, Money::fromNano(tokens * price)};
}

Bridge bridged(const BridgePeriod& before, const BridgePeriod& after) {
    auto bridge = buildBridge(before, after);
    if (!bridge) qFatal("%s", qPrintable(bridge.error().message));
    return *bridge;
}

struct Effects {
    std::int64_t volume, mix, cache, price, other;
    friend bool operator==(const Effects&, const Effects&) = default;
};
Effects nano(const BridgeEffects& e) {
    return {e.volume.nano(), e.mix.nano(), e.cache.nano(), e.price.nano(), e.other.nano()};
}
Wide sum(const BridgeEffects& e) {
    const Effects n = nano(e);
    return Wide{n.volume} + n.mix + n.cache + n.price + n.other;
}

const Bridge::Model& modelOf(const Bridge& bridge, TermId model) {
    for (const Bridge::Model& row : bridge.models) {
        if (row.model == model) return row;
    }
    qFatal("no such model");
}

}  // namespace

class TestBridge : public QObject {
    Q_OBJECT
private slots:
    void moreOfTheSameIsVolume() {
        const BridgePeriod before{{line(Opus, BilledKind::Uncached, 1'000, 5), line(Opus, BilledKind::Output, 200, 25),
                                   line(Haiku, BilledKind::Read, 4'000, 1)},
                                  {},
                                  {}};
        BridgePeriod after = before;
        for (BridgeLine& one : after.lines) {
            one.tokens = one.tokens * 3 / 2;
            one.amount = Money::fromNano(one.amount.nano() * 3 / 2);
        }
        const Bridge bridge = bridged(before, after);
        QVERIFY(nano(bridge.effects) == (Effects{7'000, 0, 0, 0, 0}));  // half of 14,000
        QVERIFY(nano(modelOf(bridge, Opus).effects) == (Effects{5'000, 0, 0, 0, 0}));
        QVERIFY(nano(modelOf(bridge, Haiku).effects) == (Effects{2'000, 0, 0, 0, 0}));
        QCOMPARE(bridge.before.nano(), 14'000);
        QCOMPARE(bridge.after.nano(), 21'000);
    }

    void otherModelsAreMix() {
        const BridgePeriod before{
            {line(Opus, BilledKind::Output, 500, 25), line(Haiku, BilledKind::Output, 500, 5)}, {}, {}};
        const BridgePeriod after{
            {line(Opus, BilledKind::Output, 700, 25), line(Haiku, BilledKind::Output, 300, 5)}, {}, {}};
        const Bridge bridge = bridged(before, after);
        QVERIFY(nano(bridge.effects) == (Effects{0, 200 * 25 - 200 * 5, 0, 0, 0}));
        QVERIFY(nano(modelOf(bridge, Opus).effects) == (Effects{0, 5'000, 0, 0, 0}));
        QVERIFY(nano(modelOf(bridge, Haiku).effects) == (Effects{0, -1'000, 0, 0, 0}));
    }

    void moreOutputAndAnotherTierAreMix() {
        const BridgePeriod before{
            {line(Opus, BilledKind::Uncached, 900, 5), line(Opus, BilledKind::Output, 100, 25)}, {}, {}};
        const BridgePeriod after{{line(Opus, BilledKind::Uncached, 800, 5), line(Opus, BilledKind::Output, 150, 25),
                                  line(Opus, BilledKind::Uncached, 50, 2, Batch)},
                                 {},
                                 {}};
        QVERIFY(nano(bridged(before, after).effects) == (Effects{0, -500 + 1'250 + 100, 0, 0, 0}));
    }

    void cachedInputInsteadOfUncachedIsCache() {
        const BridgePeriod before{
            {line(Opus, BilledKind::Uncached, 600, 10), line(Opus, BilledKind::Read, 400, 1)}, {}, {}};
        BridgePeriod after{{line(Opus, BilledKind::Uncached, 100, 10), line(Opus, BilledKind::Read, 900, 1)}, {}, {}};
        QVERIFY(nano(bridged(before, after).effects) == (Effects{0, 0, 500 * (1 - 10), 0, 0}));
        // A kind of write that was not there before counts with its own price.
        after.lines = {line(Opus, BilledKind::Uncached, 500, 10), line(Opus, BilledKind::Read, 400, 1),
                       line(Opus, BilledKind::Creation1h, 100, 20)};
        QVERIFY(nano(bridged(before, after).effects) == (Effects{0, 0, 100 * (20 - 10), 0, 0}));
    }

    void anotherPriceIsPrice() {
        const BridgePeriod before{
            {line(Opus, BilledKind::Uncached, 600, 10), line(Haiku, BilledKind::Output, 400, 4)}, {}, {}};
        const BridgePeriod after{
            {line(Opus, BilledKind::Uncached, 600, 8), line(Haiku, BilledKind::Output, 400, 5)}, {}, {}};
        const Bridge bridge = bridged(before, after);
        QVERIFY(nano(bridge.effects) == (Effects{0, 0, 0, -1'200 + 400, 0}));
        QVERIFY(nano(modelOf(bridge, Opus).effects) == (Effects{0, 0, 0, -1'200, 0}));
    }

    void allAtOnceByHand() {
        // Before: 1,000 tokens for 6,000, 6 each. After: 1,500 for 9,300.
        const BridgePeriod before{{line(Opus, BilledKind::Uncached, 400, 10), line(Opus, BilledKind::Read, 200, 2),
                                   line(Haiku, BilledKind::Output, 400, 4)},
                                  {{Code, Money::fromNano(70)}},
                                  {}};
        const BridgePeriod after{{line(Opus, BilledKind::Uncached, 300, 12), line(Opus, BilledKind::Read, 600, 2),
                                  line(Haiku, BilledKind::Output, 600, 4)},
                                 {{Code, Money::fromNano(100)}},
                                 Money::fromNano(9)};
        const Bridge bridge = bridged(before, after);
        // Opus cost 4,400 / 600 before: 900 of it would be 6,600; with half as many again, 4,400 is 6,600, too. At
        // old prices it is 3,000 + 1,200, and it became 3,600 + 1,200.
        QVERIFY(nano(modelOf(bridge, Opus).effects) == (Effects{2'200, 0, -2'400, 600, 0}));
        QVERIFY(nano(modelOf(bridge, Haiku).effects) == (Effects{800, 0, 0, 0, 0}));
        QVERIFY(nano(bridge.effects) == (Effects{3'000, 0, -2'400, 600, 30 + 9}));
        QCOMPARE((bridge.after.nano() - bridge.before.nano()), 3'000 - 2'400 + 600 + 39);
        QCOMPARE(bridge.others.size(), std::size_t{1});
        QCOMPARE(bridge.others.front().after.nano(), 100);
    }

    void newAndGoneModelsAreInTheMix() {
        const BridgePeriod before{{line(Opus, BilledKind::Output, 100, 30)}, {}, {}};
        const BridgePeriod after{{line(Haiku, BilledKind::Output, 200, 4)}, {}, {}};
        const Bridge bridge = bridged(before, after);
        // Twice the tokens at 30 each is 3,000 more; then 6,000 go, and 800 come.
        QVERIFY(nano(bridge.effects) == (Effects{3'000, -5'200, 0, 0, 0}));
        QCOMPARE(bridge.newModels.nano(), 800);
        QCOMPARE(bridge.goneModels.nano(), -6'000);
        QVERIFY(modelOf(bridge, Haiku).isNew && modelOf(bridge, Opus).isGone);
        QVERIFY(nano(modelOf(bridge, Haiku).effects) == (Effects{0, 800, 0, 0, 0}));
    }

    void beginningAndEnd() {
        const BridgePeriod some{{line(Opus, BilledKind::Output, 100, 30)}, {}, {}};
        QVERIFY(nano(bridged({}, some).effects) == (Effects{0, 3'000, 0, 0, 0}));
        QVERIFY(nano(bridged(some, {}).effects) == (Effects{-3'000, 0, 0, 0, 0}));
        QVERIFY(nano(bridged(some, some).effects) == (Effects{}));
        QVERIFY(nano(bridged({}, {}).effects) == (Effects{}));
        // A credit without any tokens is neither price nor volume.
        BridgePeriod credited = some;
        credited.lines.push_back({Opus, Batch, Short, BilledKind::Output, 0, Money::fromNano(-500)});
        QVERIFY(nano(bridged(some, credited).effects) == (Effects{0, 0, 0, 0, -500}));
        QVERIFY(nano(bridged(credited, some).effects) == (Effects{0, 0, 0, 0, 500}));
    }

    void roundingGoesToTheLargestRemainder() {
        // 10 for 3 tokens of three models; 4 tokens: 13.33, each model's share 4.44.
        const auto period = [](std::int64_t third, std::int64_t amount) {
            BridgePeriod made;
            for (const TermId model : {Opus, Haiku, Code}) {
                made.lines.push_back({model, Standard, Short, BilledKind::Output, third, Money::fromNano(amount)});
            }
            return made;
        };
        const Bridge bridge = bridged(period(3, 10), period(4, 13));
        QCOMPARE(bridge.effects.volume.nano(), 10);  // 30 * 12 / 9 = 40
        QCOMPARE(modelOf(bridge, Opus).effects.volume.nano(), 4);
        QCOMPARE(modelOf(bridge, Haiku).effects.volume.nano(), 3);
        QCOMPARE(modelOf(bridge, Code).effects.volume.nano(), 3);
        QCOMPARE(sum(bridge.effects), Wide{9});
    }

    void effectsAddUpForRandomPeriods_data() {
        QTest::addColumn<int>("bits");
        QTest::newRow("small") << 6;
        QTest::newRow("usual") << 40;
        QTest::newRow("huge") << 54;
    }
    void effectsAddUpForRandomPeriods() {
        QFETCH(int, bits);
        std::mt19937_64 random(static_cast<std::uint64_t>(bits));
        const auto below = [&random](std::uint64_t end) { return static_cast<std::int64_t>(random() % end); };
        const auto period = [&] {
            BridgePeriod made;
            const std::int64_t lines = below(12);
            for (std::int64_t i = 0; i < lines; ++i) {
                const std::int64_t tokens = below(4) == 0 ? 0 : below(std::uint64_t{1} << bits);
                const std::int64_t amount = below(std::uint64_t{1} << bits) * (below(4) == 0 ? -1 : 1);
                made.lines.push_back({static_cast<TermId>(below(4)), below(3) == 0 ? Batch : Standard, Short,
                                      static_cast<BilledKind>(below(5)), tokens, Money::fromNano(amount)});
            }
            for (std::int64_t i = below(3); i > 0; --i) {
                made.others[static_cast<TermId>(Code + i)] = Money::fromNano(below(std::uint64_t{1} << bits) - 30);
            }
            if (below(3) == 0) made.withoutUsage = Money::fromNano(below(1'000));
            return made;
        };
        int refused = 0;
        for (int run = 0; run < 3'000; ++run) {
            BridgePeriod before = period();
            BridgePeriod after = period();
            const auto bridge = buildBridge(before, after);
            if (!bridge) {  // hardly a token before, and very many after
                QVERIFY(bits > 6);
                ++refused;
                continue;
            }
            Wide billed[2] = {0, 0};
            for (const int i : {0, 1}) {
                const BridgePeriod& one = i == 0 ? before : after;
                for (const BridgeLine& each : one.lines) billed[i] += each.amount.nano();
                for (const auto& [type, amount] : one.others) billed[i] += amount.nano();
                billed[i] += one.withoutUsage.nano();
            }
            QCOMPARE(Wide{bridge->before.nano()}, billed[0]);
            QCOMPARE(Wide{bridge->after.nano()}, billed[1]);
            QCOMPARE(sum(bridge->effects), billed[1] - billed[0]);
            Effects models{};
            for (const Bridge::Model& row : bridge->models) {
                QCOMPARE(sum(row.effects), Wide{row.after.nano()} - row.before.nano());
                const Effects e = nano(row.effects);
                models = {models.volume + e.volume, models.mix + e.mix, models.cache + e.cache, models.price + e.price,
                          models.other + e.other};
            }
            for (const Bridge::Other& other : bridge->others) models.other += other.after.nano() - other.before.nano();
            models.other += bridge->withoutUsageAfter.nano() - bridge->withoutUsageBefore.nano();
            QVERIFY(nano(bridge->effects) == models);
            // In any order the same.
            std::shuffle(before.lines.begin(), before.lines.end(), random);
            std::shuffle(after.lines.begin(), after.lines.end(), random);
            QVERIFY(nano(bridged(before, after).effects) == nano(bridge->effects));
        }
        QVERIFY2(refused < 600, qPrintable(QString::number(refused)));
    }

    void aSumThatDoesNotFitIsAnError() {
        const BridgePeriod before{{line(Opus, BilledKind::Output, 1, 1'000'000'000)}, {}, {}};
        const BridgePeriod after{{line(Opus, BilledKind::Output, INT64_MAX / 4, 1)}, {}, {}};
        QCOMPARE(buildBridge(before, after).error().kind, ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(TestBridge)
#include "tst_bridge.moc"
