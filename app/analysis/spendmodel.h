// Statistics of a daily series of spend: what days after a given one are expected to bring, and how far off such
// expectations were. Doubles, for these are estimates and no money yet. Pure and deterministic; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace tokenledger {

/// Four forecasts (the level of the last days, followed quickly or slowly, each with and without a damped trend) times
/// weekday factors of the last eight weeks, blended by how well each did on fortnights of those weeks.
class SpendModel {
public:
    /// One value a day, in dollars; nothing where the day is not known. `firstWeekday`: 0 = Monday, of values[0].
    SpendModel(std::vector<std::optional<double>> values, int firstWeekday);

    /// The sum of the days [from, to) as it was to be expected when the days before `origin` were known. Indexes of
    /// days count from values[0] and may lie behind the values. Nothing when no day before the origin is known.
    [[nodiscard]] std::optional<double> expected(std::size_t origin, std::size_t from, std::size_t to) const;

    /// How far, as a share of the expected sum, the sum of the `days` days after the origin may lie off to either side
    /// in 80 of 100 cases: the quantile of what such sums were off before. Nothing while the history is too short.
    [[nodiscard]] std::optional<double> spread(std::size_t origin, std::size_t days) const;

private:
    static constexpr std::size_t Candidates = 4;
    static constexpr std::size_t Horizon = 31;  // days ahead that sums are kept ready for

    struct Fit {
        bool known = false;
        std::array<double, 7> factors{};
        std::array<double, 2> levels{};  // quick, slow
        double growth = 0;               // a day, of the logarithm
        std::array<double, Candidates> weights{};
    };

    [[nodiscard]] int weekdayOf(std::size_t day) const;
    [[nodiscard]] Fit fitAt(std::size_t origin) const;
    [[nodiscard]] std::array<double, 7> factorsAt(std::size_t origin) const;
    void fitLevels(Fit& fit, std::size_t origin) const;
    void weigh();
    /// What each of the four expects of a day.
    [[nodiscard]] std::array<double, Candidates> candidates(const Fit& fit, std::size_t origin, std::size_t day) const;
    [[nodiscard]] double expectedDay(std::size_t origin, std::size_t day) const;
    [[nodiscard]] std::optional<double> actual(std::size_t from, std::size_t to) const;

    std::vector<std::optional<double>> m_values;
    int m_firstWeekday;
    std::vector<Fit> m_fits;                               // by origin
    std::vector<std::array<double, Horizon + 1>> m_ahead;  // by origin: expected sum of the first h days
    std::vector<double> m_sums;                            // of the days before an index
    std::vector<std::size_t> m_unknown;                    // unknown days before an index
};

}  // namespace tokenledger
