// Finds a tracking row's values in JSON: one pass over an object, numbers as the text that stands there. Private to
// app/finance; one thread.
#pragma once

#include "app/finance/trackingsums.h"

#include <deque>
#include <simdjson.h>

namespace tokenledger {

/// Where values stand, as a tree of names.
struct PathNode {
    struct Leaf {
        TrackingField field;
        int rank;  // of several places of a field the lowest counts
    };
    std::string name;
    std::vector<PathNode> children;
    std::vector<Leaf> leaves;

    [[nodiscard]] const PathNode* find(std::string_view child) const;
};
/// Of all candidates of all fields. A name with points is a path, and a name of its own, too.
[[nodiscard]] PathNode pathsOf(const TrackingFormat& format);

/// Fills a line's cells. Their texts live until begin() of the next line.
class CellFinder {
public:
    explicit CellFinder(std::size_t unusedNames = 50) : m_unusedLimit(unusedNames) {}

    void begin(TrackingLine& line);
    /// A value for the leaves of a node.
    void take(const PathNode& node, const TrackingCell& cell);
    /// The values of a JSON object in text that at least 64 readable bytes follow, or (a JSON text within a value) in
    /// any text. What is wrong, as a sentence; nothing: all is well.
    [[nodiscard]] std::optional<QString> takeObject(const PathNode& node, std::string_view json, std::size_t capacity);
    [[nodiscard]] std::optional<QString> takeObject(const PathNode& node, simdjson::ondemand::object object);

    /// Which names of the outermost objects belong to no field; the first ones only.
    [[nodiscard]] const QStringList& unused() const { return m_unused; }
    /// By field, the path that gave a value at any time; empty: none.
    [[nodiscard]] bool wasSeen(TrackingField field, int rank) const;

private:
    struct Text {
        std::string bytes;
        simdjson::ondemand::parser parser;
    };
    [[nodiscard]] std::optional<QString> takeValue(const PathNode& node, simdjson::ondemand::value value);
    [[nodiscard]] Text& nextText();

    TrackingLine* m_line = nullptr;
    std::array<int, TrackingFieldCount> m_rank{};
    std::array<std::uint64_t, TrackingFieldCount> m_seen{};
    std::deque<Text> m_texts;  // reused from line to line
    std::size_t m_usedTexts = 0;
    int m_depth = 0;
    std::size_t m_unusedLimit;
    QStringList m_unused;
};

}  // namespace tokenledger
