// Adds the rows of a tracking file up to one record a day and model. Private to app/finance; one thread.
#pragma once

#include "app/core/termpool.h"
#include "app/finance/trackingfile.h"
#include "app/finance/trackingvalues.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

namespace tokenledger {

/// A row's values by field, and the line that it begins on.
struct TrackingLine {
    std::array<TrackingCell, TrackingFieldCount> cells;
    std::int64_t number = 0;

    [[nodiscard]] TrackingCell& operator[](TrackingField field) { return cells[static_cast<std::size_t>(field)]; }
    [[nodiscard]] const TrackingCell& operator[](TrackingField field) const {
        return cells[static_cast<std::size_t>(field)];
    }
};

/// What is wrong with a row, and in which field.
struct LineTrouble {
    TrackingField field = TrackingField::Date;
    QString sentence;
};

class TrackingSums {
public:
    /// `format` must outlive this.
    explicit TrackingSums(const TrackingFormat& format) : m_format(format), m_days(format.dates) {}

    /// Nothing where the row counts or is left out for a reason that the preview names.
    [[nodiscard]] std::optional<LineTrouble> add(const TrackingLine& line);
    /// The records, and what the preview says of them. Error Usage without any row that counts.
    [[nodiscard]] Result<void> finish(TrackingFile& file);

private:
    using Trouble = std::optional<LineTrouble>;
    enum class Left : std::uint8_t { Repeated, OwnCache, OtherProvider, OtherModel, NoModel, None };
    static constexpr std::size_t Kinds = 9;  // of TrackingMeasures, in its order

    struct Values {
        std::array<std::optional<std::int64_t>, Kinds> of;
    };
    struct Sum {
        std::array<std::int64_t, Kinds> value{};
        std::array<std::int64_t, Kinds> known{};  // rows that tell it
        std::int64_t rows = 0;
        std::int64_t firstLine = 0;
    };
    struct Model {
        Left left = Left::None;
        PoolTerm term = PoolNull;
    };
    struct LeftRows {
        std::int64_t rows = 0;
        QStringList examples;
    };

    [[nodiscard]] Left whyLeftOut(const TrackingLine& line, const Model& model);
    [[nodiscard]] const Model& modelOf(std::string_view name);
    [[nodiscard]] Model readModel(std::string_view name);
    [[nodiscard]] Trouble readValues(const TrackingLine& line, Values& values);
    [[nodiscard]] Trouble readCreation(const TrackingLine& line, Values& values) const;
    [[nodiscard]] Trouble readPrompt(const TrackingLine& line, Values& values);
    [[nodiscard]] Trouble readRequests(const TrackingLine& line, Values& values) const;
    [[nodiscard]] Trouble addTo(UtcDay day, PoolTerm model, const TrackingLine& line, const Values& values);
    [[nodiscard]] bool isRepeated(std::string_view requestId);
    void leaveOut(Left why, std::string_view example);
    [[nodiscard]] static TrackingMeasures measuresOf(const Sum& sum);
    [[nodiscard]] Result<void> sumUp(TrackingFile& file) const;
    void describe(TrackingPreview& preview, const std::vector<TrackingRecord>& records) const;

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct Digest {
        std::uint64_t a;
        std::uint64_t b;
        bool operator==(const Digest&) const = default;
    };
    struct DigestHash {
        std::size_t operator()(const Digest& digest) const { return digest.a; }
    };

    const TrackingFormat& m_format;
    DayReader m_days;
    TermPool m_terms;
    std::unordered_map<std::string, Model, TextHash, std::equal_to<>> m_models;  // by their names in the file
    std::unordered_map<std::uint64_t, Sum> m_sums;                               // by day and model
    std::unordered_set<Digest, DigestHash> m_requests;  // 128 bits of each id: no chance repeat among millions
    std::array<LeftRows, 5> m_left;
    std::int64_t m_rows = 0;
    std::int64_t m_counted = 0;
    std::int64_t m_rounded = 0;  // amounts finer than a nano-dollar
    std::int64_t m_unsplit = 0;  // rows whose prompt_tokens may hold cached ones, untold
};

}  // namespace tokenledger
