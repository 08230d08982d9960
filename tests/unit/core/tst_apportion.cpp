// Splitting by largest remainder: the parts add up, whoever gets the odd units.
#include "app/core/apportion.h"

#include <QTest>

#include <limits>
#include <numeric>
#include <random>

using namespace tokenledger;

namespace {

using Numbers = std::vector<std::int64_t>;
__extension__ using Wide = __int128;

Numbers split(std::int64_t amount, const Numbers& weights) {
    Apportioner apportioner;
    const auto parts = apportioner.split(amount, weights);
    return {parts.begin(), parts.end()};
}

/// The same by hand: one unit after the other to whoever lacks most.
Numbers byHand(std::int64_t amount, const Numbers& weights) {
    const Wide whole = std::accumulate(weights.begin(), weights.end(), Wide{0});
    const Wide magnitude = amount < 0 ? -Wide{amount} : Wide{amount};
    Numbers parts;
    std::vector<Wide> lacking;
    Wide given = 0;
    for (const std::int64_t weight : weights) {
        const Wide exact = magnitude * weight;
        parts.push_back(static_cast<std::int64_t>(exact / whole));
        lacking.push_back(exact - exact / whole * whole);
        given += exact / whole;
    }
    for (; given < magnitude; ++given) {
        const auto most = std::max_element(lacking.begin(), lacking.end());  // the first of equal ones
        ++parts[static_cast<std::size_t>(most - lacking.begin())];
        *most = -1;
    }
    if (amount < 0) {
        for (std::int64_t& part : parts) part = -part;
    }
    return parts;
}

}  // namespace

class TestApportion : public QObject {
    Q_OBJECT
private slots:
    void knownCases() {
        QCOMPARE(split(100, {1, 1, 1}), (Numbers{34, 33, 33}));
        QCOMPARE(split(-100, {1, 1, 1}), (Numbers{-34, -33, -33}));
        QCOMPARE(split(10, {1, 2, 7}), (Numbers{1, 2, 7}));
        QCOMPARE(split(10, {0, 2, 0}), (Numbers{0, 10, 0}));
        QCOMPARE(split(0, {3, 4}), (Numbers{0, 0}));
        QCOMPARE(split(1, {3, 4, 4}), (Numbers{0, 1, 0}));
        QCOMPARE(split(5, {0, 0}), Numbers{});
        QCOMPARE(split(5, {}), Numbers{});
    }

    void largestValues() {
        constexpr std::int64_t Most = std::numeric_limits<std::int64_t>::max();
        constexpr std::int64_t Least = std::numeric_limits<std::int64_t>::min();
        QCOMPARE(split(Most, {Most}), Numbers{Most});
        QCOMPARE(split(Least, {Most}), Numbers{Least});
        QCOMPARE(split(Most, {Most, Most, Most}), byHand(Most, {Most, Most, Most}));
        QCOMPARE(split(Most - 1, {Most, 1, Most}), byHand(Most - 1, {Most, 1, Most}));
        const Numbers many(4'000, Most);
        const Numbers parts = split(Most, many);
        QCOMPARE(std::accumulate(parts.begin(), parts.end(), Wide{0}), Wide{Most});
    }

    void randomSplitsAreThoseByHand() {
        std::mt19937_64 random(20261121);
        for (int run = 0; run < 4'000; ++run) {
            const auto below = [&random](std::uint64_t end) { return static_cast<std::int64_t>(random() % end); };
            const std::uint64_t scale = std::uint64_t{1} << (1 + random() % 62);
            Numbers weights(1 + random() % 9);
            for (std::int64_t& weight : weights) weight = random() % 4 == 0 ? 0 : below(scale);
            weights[random() % weights.size()] = 1 + below(scale);
            const std::int64_t amount = below(std::uint64_t{1} << (1 + random() % 62)) * (random() % 2 == 0 ? 1 : -1);
            const Numbers parts = split(amount, weights);
            QCOMPARE(parts, byHand(amount, weights));
            QCOMPARE(std::accumulate(parts.begin(), parts.end(), Wide{0}), Wide{amount});
        }
    }
};

QTEST_GUILESS_MAIN(TestApportion)
#include "tst_apportion.moc"
