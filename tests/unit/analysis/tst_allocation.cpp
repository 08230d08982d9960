// A day's bill split over API keys: by hand, and with random bills against sums and a plain computation.
#include "app/analysis/allocation.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace tokenledger;

namespace {

__extension__ using Wide = __int128;
using Basis = AllocationBasis;
using Parts = std::vector<AllocatedPart>;

constexpr TermId Search = 1;  // workspaces
constexpr TermId Lab = 2;
constexpr TermId Opus = 10;  // models
constexpr TermId Haiku = 11;
constexpr TermId Standard = 20;
constexpr TermId Batch = 21;
constexpr TermId Short = 30;

BilledLine line(TermId workspace, TermId model, BilledKind kind, std::int64_t nano, TeamNumber team = 0) {
    const bool tokens = kind < BilledKind::Search;
    return {workspace, model, tokens ? Standard : NullTerm, tokens ? Short : NullTerm, kind, Money::fromNano(nano),
            team};
}

KeyUse use(TermId workspace, TermId model, KeyNumber key, const UsageMeasures& tokens, TeamNumber team = 0) {
    return {workspace, model, Standard, Short, key, team, tokens};
}

UsageMeasures output(std::int64_t tokens) {
    UsageMeasures used;
    used.output = tokens;
    return used;
}

Parts allocated(const std::vector<BilledLine>& lines, const std::optional<std::vector<KeyUse>>& uses,
                const AllocationRules& rules = {}) {
    auto parts = allocateDay(lines, uses, rules);
    if (!parts) qFatal("%s", qPrintable(parts.error().message));
    return *std::move(parts);
}

/// Summed up and in order, for comparisons.
using Sums = std::map<std::tuple<TermId, TermId, KeyNumber, TeamNumber, Basis>, Wide>;
Sums summed(const Parts& parts) {
    Sums sums;
    for (const AllocatedPart& part : parts) {
        sums[{part.workspace, part.model, part.key, part.team, part.basis}] += part.amount.nano();
    }
    return sums;
}

std::int64_t of(const Parts& parts, KeyNumber key, Basis basis) {
    std::int64_t sum = 0;
    for (const AllocatedPart& part : parts) {
        if (part.key == key && part.basis == basis) sum += part.amount.nano();
    }
    return sum;
}

struct Day {
    std::vector<BilledLine> lines;
    std::vector<KeyUse> uses;
};

/// A random day: few or many keys, credits, lines that nobody used, tokens up to what 64 bits hold.
class Days {
public:
    explicit Days(std::uint64_t seed) : m_random(seed) {}

    Day next(std::size_t mostUses, bool huge) {
        Day day;
        const std::size_t lines = below(14);
        for (std::size_t i = 0; i < lines; ++i) {
            const auto kind = static_cast<BilledKind>(below(7));
            const TermId model = below(8) == 0 || kind >= BilledKind::Search ? NullTerm : term(Opus, 3);
            BilledLine one = line(term(0, 3), model, kind, amount(huge));
            if (below(5) == 0 && kind < BilledKind::Search) one.serviceTier = Batch;
            day.lines.push_back(one);
        }
        const std::size_t uses = below(mostUses + 1);
        for (std::size_t i = 0; i < uses; ++i) {
            const auto key = static_cast<KeyNumber>(below(mostUses / 2 + 2));
            const TermId workspace = key == 0 ? term(0, 3) : static_cast<TermId>(key % 3);  // a key has one workspace
            const UsageMeasures tokens = {count(huge), count(huge), count(huge),
                                          count(huge), count(huge), count(false)};
            day.uses.push_back(use(workspace, term(Opus, 3), key, tokens, key == 0 ? 0 : key % 4));
        }
        return day;
    }
    AllocationRules rules() {
        AllocationRules rules{static_cast<SharingRule>(below(4)), static_cast<SharingRule>(below(4)), {}};
        for (TeamNumber team = 1; team < 4; ++team) {
            rules.fixed.push_back({team, static_cast<std::int64_t>(below(1'000'000))});
        }
        return rules;
    }
    std::mt19937_64& random() { return m_random; }

private:
    std::uint64_t below(std::uint64_t end) { return m_random() % end; }
    TermId term(TermId first, std::uint64_t count) { return first + static_cast<TermId>(below(count)); }
    std::int64_t amount(bool huge) {
        const auto size = static_cast<std::int64_t>(below(huge ? std::uint64_t{1} << 58 : 5'000'000'000));
        return below(6) == 0 ? 0 : below(4) == 0 ? -size : size;
    }
    std::int64_t count(bool huge) {
        return below(3) == 0 ? 0 : static_cast<std::int64_t>(below(huge ? std::uint64_t{1} << 57 : 3'000));
    }
    std::mt19937_64 m_random;
};

Wide billed(const Day& day) {
    Wide sum = 0;
    for (const BilledLine& line : day.lines) sum += line.amount.nano();
    return sum;
}

Wide total(const Parts& parts) {
    Wide sum = 0;
    for (const AllocatedPart& part : parts) sum += part.amount.nano();
    return sum;
}

/// What tokens and searches give to each key, line after line, unit after unit.
std::map<KeyNumber, Wide> directByHand(const Day& day) {
    std::map<KeyNumber, Wide> sums;
    for (const BilledLine& line : day.lines) {
        std::map<KeyNumber, Wide> weights;
        for (const KeyUse& use : day.uses) {
            const bool search = line.kind == BilledKind::Search;
            const bool same = use.workspace == line.workspace &&
                              (search || (use.model == line.model && use.serviceTier == line.serviceTier &&
                                          use.contextWindow == line.contextWindow));
            if (same && countOf(use.tokens, line.kind) > 0) weights[use.key] += countOf(use.tokens, line.kind);
        }
        Wide whole = 0;
        for (const auto& [key, weight] : weights) whole += weight;
        if (whole == 0) continue;
        const Wide sign = line.amount.isNegative() ? -1 : 1;
        const Wide magnitude = sign * line.amount.nano();
        Wide left = magnitude;
        std::vector<std::pair<Wide, KeyNumber>> lacking;
        for (const auto& [key, weight] : weights) {
            sums[key] += sign * (magnitude * weight / whole);
            left -= magnitude * weight / whole;
            lacking.emplace_back(-(magnitude * weight % whole), key);
        }
        std::sort(lacking.begin(), lacking.end());
        for (std::size_t i = 0; left > 0; ++i, --left) sums[lacking[i].second] += sign;
    }
    return sums;
}

}  // namespace

class TestAllocation : public QObject {
    Q_OBJECT
private slots:
    void kindsComeFromTheReportsSpelling() {
        QCOMPARE(billedKind(u"tokens", u"cache_creation.ephemeral_1h_input_tokens"), BilledKind::Creation1h);
        QCOMPARE(billedKind(u"tokens", u"output_tokens"), BilledKind::Output);
        QCOMPARE(billedKind(u"web_search", u""), BilledKind::Search);
        QCOMPARE(billedKind(u"code_execution", u""), BilledKind::Other);
        QCOMPARE(billedKind(u"session_usage", u"output_tokens"), BilledKind::Other);
        QCOMPARE(billedKind(u"tokens", u"something_new"), BilledKind::Other);
    }

    void aLineIsSplitByTheSameTokens() {
        const Parts parts = allocated({line(Search, Opus, BilledKind::Output, 100)},
                                      {{use(Search, Opus, 1, output(1)), use(Search, Opus, 2, output(2)),
                                        use(Search, Haiku, 3, output(50)), use(Lab, Opus, 4, output(50))}});
        QCOMPARE(of(parts, 1, Basis::Tokens), 33);
        QCOMPARE(of(parts, 2, Basis::Tokens), 67);
        QCOMPARE(parts.size(), std::size_t{2});  // another model and another workspace get nothing
    }

    void everyKindIsSplitOnItsOwn() {
        UsageMeasures reader;
        reader.cacheRead = 900;
        reader.output = 10;
        UsageMeasures writer;
        writer.cacheCreation5m = 500;
        writer.output = 30;
        const Parts parts =
            allocated({line(Search, Opus, BilledKind::Read, 1'000), line(Search, Opus, BilledKind::Creation5m, 2'000),
                       line(Search, Opus, BilledKind::Output, 400)},
                      {{use(Search, Opus, 1, reader), use(Search, Opus, 2, writer)}});
        QCOMPARE(of(parts, 1, Basis::Tokens), 1'000 + 100);
        QCOMPARE(of(parts, 2, Basis::Tokens), 2'000 + 300);
    }

    void creditsAreSplitLikeCost() {
        const Parts parts = allocated({line(Search, Opus, BilledKind::Output, -100)},
                                      {{use(Search, Opus, 1, output(1)), use(Search, Opus, 2, output(2))}});
        QCOMPARE(of(parts, 1, Basis::Tokens), -33);
        QCOMPARE(of(parts, 2, Basis::Tokens), -67);
    }

    void theTierTellsUsesApartWhereItIsKnown() {
        std::vector<KeyUse> uses = {use(Search, Opus, 1, output(1)), use(Search, Opus, 2, output(3))};
        uses[1].serviceTier = Batch;
        const std::vector<BilledLine> lines = {line(Search, Opus, BilledKind::Output, 100)};
        QCOMPARE(of(allocated(lines, uses), 1, Basis::Tokens), 100);
        // A server that refuses so many dimensions gives the usage without tiers.
        for (KeyUse& one : uses) one.serviceTier = NotGroupedTerm;
        QCOMPARE(of(allocated(lines, uses), 1, Basis::Tokens), 25);
        QCOMPARE(of(allocated(lines, uses), 2, Basis::Tokens), 75);
        uses[0].serviceTier = Standard;  // only one of them does not tell
        QCOMPARE(of(allocated(lines, uses), 1, Basis::Tokens), 25);
    }

    void modelsOfLinesAreKeptWhereUsageKnowsNone() {
        std::vector<KeyUse> uses = {use(Search, NotGroupedTerm, 1, output(1)),
                                    use(Search, NotGroupedTerm, 2, output(1))};
        const Sums sums = summed(
            allocated({line(Search, Opus, BilledKind::Output, 10), line(Search, Haiku, BilledKind::Output, 4)}, uses));
        const Sums expected = {{{Search, Opus, 1, 0, Basis::Tokens}, 5},
                               {{Search, Opus, 2, 0, Basis::Tokens}, 5},
                               {{Search, Haiku, 1, 0, Basis::Tokens}, 2},
                               {{Search, Haiku, 2, 0, Basis::Tokens}, 2}};
        QVERIFY(sums == expected);
    }

    void searchesAreSplitByTheirNumber() {
        UsageMeasures few;
        few.webSearches = 1;
        UsageMeasures many;
        many.webSearches = 4;
        const Parts parts = allocated({line(Search, NullTerm, BilledKind::Search, 50'000)},
                                      {{use(Search, Opus, 1, few), use(Search, Haiku, 2, many),
                                        use(Search, Opus, 2, few), use(Lab, Opus, 3, many)}});
        QCOMPARE(of(parts, 1, Basis::Searches), 50'000 / 6);
        QCOMPARE(of(parts, 2, Basis::Searches), 50'000 * 5 / 6 + 1);
        QCOMPARE(total(parts), Wide{50'000});
    }

    void whatNoKeyUsedIsShared() {
        const std::vector<BilledLine> lines = {
            line(Search, NullTerm, BilledKind::Other, 7, 5),   // code execution
            line(Search, NullTerm, BilledKind::Output, 8, 5),  // without a model
            line(Lab, Opus, BilledKind::Output, 9, 6),         // nobody there
        };
        const Parts parts = allocated(lines, {{use(Search, Opus, 1, output(1))}});
        const Sums expected = {{{Search, NullTerm, 0, 5, Basis::Shared}, 15}, {{Lab, Opus, 0, 6, Basis::Shared}, 9}};
        QVERIFY(summed(parts) == expected);
    }

    void consoleUseHasItsOwnPart() {
        const Parts parts = allocated({line(Search, Opus, BilledKind::Output, 10, 5)},
                                      {{use(Search, Opus, 0, output(1)), use(Search, Opus, 1, output(4))}});
        QCOMPARE(of(parts, 0, Basis::Console), 2);
        QCOMPARE(of(parts, 1, Basis::Tokens), 8);
        QCOMPARE(parts.back().team, 5);  // that has the whole workspace
    }

    void withoutUsageNothingIsGuessed() {
        const std::vector<BilledLine> lines = {line(Search, Opus, BilledKind::Output, 10, 5),
                                               line(Search, Opus, BilledKind::Read, 5, 5),
                                               line(Lab, NullTerm, BilledKind::Other, 3, 6)};
        const Sums expected = {{{Search, Opus, 0, 0, Basis::UsageMissing}, 15},
                               {{Lab, NullTerm, 0, 0, Basis::UsageMissing}, 3}};
        const AllocationRules even{SharingRule::Even, SharingRule::Even, {}};
        QVERIFY(summed(allocated(lines, std::nullopt, even)) == expected);
        // Usage that was not asked for by key, or not by workspace, does not tell it either.
        QVERIFY(summed(allocated(lines, {{use(Search, Opus, UnknownKey, output(1))}}, even)) == expected);
        QVERIFY(summed(allocated(lines, {{use(NotGroupedTerm, Opus, 1, output(1))}}, even)) == expected);
        // Fetched, and nobody used anything: that is known.
        QCOMPARE(of(allocated(lines, std::vector<KeyUse>{}), 0, Basis::Shared), 18);
    }

    void proportionalFollowsTheKeysOwnCost() {
        const std::vector<BilledLine> lines = {
            line(Search, Opus, BilledKind::Output, 100), line(Search, NullTerm, BilledKind::Other, 40),
            line(Lab, Opus, BilledKind::Output, 300), line(3, NullTerm, BilledKind::Other, 8)};
        const Parts parts = allocated(
            lines, {{use(Search, Opus, 1, output(1)), use(Search, Opus, 2, output(3)), use(Lab, Opus, 3, output(1))}},
            {SharingRule::Proportional, SharingRule::None, {}});
        // 40 in the workspace by 25 : 75; 8 of a workspace without keys over the organization by 25 : 75 : 300.
        const Sums sums = summed(parts);
        QCOMPARE(sums.at({Search, NullTerm, 1, 0, Basis::SharedByRule}), Wide{10});
        QCOMPARE(sums.at({Search, NullTerm, 2, 0, Basis::SharedByRule}), Wide{30});
        QCOMPARE(sums.at({3, NullTerm, 1, 0, Basis::SharedByRule}), Wide{1});  // 0.5, and the larger remainder's unit
        QCOMPARE(sums.at({3, NullTerm, 2, 0, Basis::SharedByRule}), Wide{1});
        QCOMPARE(sums.at({3, NullTerm, 3, 0, Basis::SharedByRule}), Wide{6});
    }

    void evenTakesTeamsAndKeysOutsideOfThem() {
        const std::vector<BilledLine> lines = {line(Search, Opus, BilledKind::Output, 100),
                                               line(Search, NullTerm, BilledKind::Other, 60)};
        const Parts parts = allocated(lines,
                                      {{use(Search, Opus, 1, output(10), 7), use(Search, Opus, 2, output(30), 7),
                                        use(Search, Opus, 3, output(60), 8), use(Search, Opus, 4, output(100))}},
                                      {SharingRule::Even, SharingRule::None, {}});
        QCOMPARE(of(parts, 1, Basis::SharedByRule), 5);  // 20 for team 7, by the own cost of its keys
        QCOMPARE(of(parts, 2, Basis::SharedByRule), 15);
        QCOMPARE(of(parts, 3, Basis::SharedByRule), 20);
        QCOMPARE(of(parts, 4, Basis::SharedByRule), 20);
    }

    void fixedPartsGoToTeams() {
        const std::vector<BilledLine> lines = {line(Search, Opus, BilledKind::Output, 100),
                                               line(Search, NullTerm, BilledKind::Other, 50)};
        const std::vector<KeyUse> uses = {use(Search, Opus, 1, output(10), 7), use(Search, Opus, 0, output(10))};
        const AllocationRules rules{SharingRule::Fixed, SharingRule::Fixed, {{7, 600'000}, {8, 400'000}}};
        const Sums sums = summed(allocated(lines, uses, rules));
        QCOMPARE(sums.at({Search, NullTerm, 1, 7, Basis::SharedByRule}), Wide{30});
        QCOMPARE(sums.at({Search, NullTerm, 0, 8, Basis::SharedByRule}), Wide{20});  // a team without own cost
        QCOMPARE(sums.at({Search, Opus, 1, 7, Basis::ConsoleByRule}), Wide{30});
        QCOMPARE(sums.at({Search, Opus, 0, 8, Basis::ConsoleByRule}), Wide{20});
    }

    void aRuleWithoutAnybodyLeavesItAsItIs() {
        const std::vector<BilledLine> lines = {line(Search, NullTerm, BilledKind::Other, 50),
                                               line(Search, Opus, BilledKind::Output, -100)};
        const std::vector<KeyUse> uses = {use(Search, Opus, 1, output(10))};  // has a credit, and no cost
        for (const SharingRule rule : {SharingRule::Even, SharingRule::Proportional, SharingRule::Fixed}) {
            const Parts parts = allocated(lines, uses, {rule, rule, {}});
            QCOMPARE(of(parts, 0, Basis::Shared), 50);
            QCOMPARE(of(parts, 1, Basis::Tokens), -100);
        }
    }

    void namesAreReadBack() {
        for (int i = 0; i < AllocationBasisCount; ++i) {
            const auto basis = static_cast<AllocationBasis>(i);
            QCOMPARE(allocationBasisFromName(allocationBasisName(basis)), std::optional(basis));
        }
        QCOMPARE(sharingRuleFromName(u"fixed"), std::optional(SharingRule::Fixed));
        QVERIFY(!sharingRuleFromName(u"Fixed"));
        QVERIFY(!allocationBasisFromName(u""));
    }

    void aSumThatDoesNotFitIsAnError() {
        const std::vector<BilledLine> lines(3, line(Search, NullTerm, BilledKind::Other, INT64_MAX / 2));
        QCOMPARE(allocateDay(lines, std::vector<KeyUse>{}, {}).error().kind, ErrorKind::Usage);
        QCOMPARE(allocateDay(lines, std::nullopt, {}).error().kind, ErrorKind::Usage);
    }

    void sumsEqualTheBillToTheLastDigit_data() {
        QTest::addColumn<int>("mostUses");
        QTest::addColumn<bool>("huge");
        QTest::addColumn<int>("runs");
        QTest::newRow("one key") << 1 << false << 800;
        QTest::newRow("few keys") << 12 << false << 3'000;
        QTest::newRow("few keys, huge values") << 12 << true << 3'000;
        QTest::newRow("thousands of keys") << 6'000 << false << 25;
        QTest::newRow("thousands of keys, huge values") << 6'000 << true << 25;
    }
    void sumsEqualTheBillToTheLastDigit() {
        QFETCH(int, mostUses);
        QFETCH(bool, huge);
        QFETCH(int, runs);
        Days days(static_cast<std::uint64_t>(mostUses) * 2 + (huge ? 1 : 0));
        for (int run = 0; run < runs; ++run) {
            Day day = days.next(static_cast<std::size_t>(mostUses), huge);
            const AllocationRules rules = days.rules();
            const auto result = allocateDay(day.lines, day.uses, rules);
            if (!result) {
                QVERIFY(huge);  // thousands of huge uses of one key do not fit, and are not cut off
                continue;
            }
            QCOMPARE(total(*result), billed(day));
            // As much per workspace and model, which lines are not moved between.
            std::map<std::pair<TermId, TermId>, Wide> places;
            for (const BilledLine& one : day.lines) places[{one.workspace, one.model}] -= one.amount.nano();
            for (const AllocatedPart& part : *result) places[{part.workspace, part.model}] += part.amount.nano();
            for (const auto& [place, difference] : places) QCOMPARE(difference, Wide{0});
            // The same for every order of lines and uses.
            std::shuffle(day.lines.begin(), day.lines.end(), days.random());
            std::shuffle(day.uses.begin(), day.uses.end(), days.random());
            QVERIFY(allocated(day.lines, day.uses, rules) == *result);
        }
    }

    void directCostIsThatByHand() {
        Days days(77);
        for (int run = 0; run < 3'000; ++run) {
            const Day day = days.next(9, false);
            std::map<KeyNumber, Wide> found;
            for (const AllocatedPart& part : allocated(day.lines, day.uses)) {
                const bool direct =
                    part.basis == Basis::Tokens || part.basis == Basis::Searches || part.basis == Basis::Console;
                if (direct) found[part.key] += part.amount.nano();
            }
            const auto expected = directByHand(day);
            for (const auto& [key, sum] : expected) QCOMPARE(found[key], sum);
            for (const auto& [key, sum] : found) QVERIFY(sum == 0 || expected.contains(key));
        }
    }

    void noKeyGetsMoneyWithoutTokensExceptByRule() {
        Days days(78);
        for (int run = 0; run < 2'000; ++run) {
            const Day day = days.next(10, false);
            const Parts parts = allocated(day.lines, day.uses, days.rules());
            const auto direct = directByHand(day);
            for (const AllocatedPart& part : parts) {
                if (part.key == 0 || part.amount.isZero()) continue;
                const bool byRule = part.basis == Basis::SharedByRule || part.basis == Basis::ConsoleByRule;
                QVERIFY(byRule || direct.contains(part.key));
                if (byRule) QVERIFY(direct.at(part.key) > 0);  // rules give to those with cost of their own
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAllocation)
#include "tst_allocation.moc"
