// The design's colours, light and dark, and the rule that gives each model its colour by name. Qt Gui only.
#pragma once

#include <QColor>
#include <QString>

#include <array>

namespace tokenledger {

enum class Theme { Light, Dark };

/// What a square of the completeness map says of its day.
enum class DayMark { Final, Provisional, Missing, Failed, NotAsked };

/// Named colours of the window; see design tokens in the README's colour section.
struct Palette {
    QColor window, sidebar, bar, card, head;
    QColor border, controlBorder, fieldBorder, grid;
    QColor text1, text2, text3;
    QColor accent, onAccent, accentHover, tint, selection, hover;
    QColor favourable, favourableTint, unfavourable, unfavourableTint, warning, warningTint;
    QColor otherFill, otherOutline;
    std::array<QColor, 8> models;  // slots: cerulean, orange, green, rose, ochre, plum, deep teal, brick
    std::array<QColor, 8> family;  // indigo and sand in turn, mauve, umber: whatever is not a model
};

[[nodiscard]] const Palette& palette(Theme theme);

/// The slot of a model id ("claude-opus-5-5" -> 0); unknown models hash to no slot: -1 (drawn as Other) until a
/// ModelColours table gives them a free one.
[[nodiscard]] int fixedModelSlot(const QString& modelId);
/// "Opus 5.5" for "claude-opus-5-5" and its dated ids; the id itself when it has no known form.
[[nodiscard]] QString modelDisplayName(const QString& modelId);
/// Place in a stack, from the base line up: the palette's order, unknown models after it, no model last.
[[nodiscard]] int modelStackRank(const QString& modelId);

}  // namespace tokenledger
