// Small painting pieces that the charts share, private to this library.
#pragma once

#include "charts/palette.h"

#include <QFont>
#include <QPainter>

namespace tokenledger::paint {

/// The font in a size in pixels, regular or semibold.
[[nodiscard]] QFont textFont(const QFont& base, int pixels, bool semibold = false);
[[nodiscard]] QColor mixed(const QColor& colour, const QColor& other, double shareOfOther);

/// 45 degree stripes (/) clipped to `rect`; `period` is measured across them.
void stripes(QPainter& painter, const QRectF& rect, const QColor& colour, double width, double period);
/// Provisional: card-coloured stripes and a dashed outline over what is painted already.
void provisional(QPainter& painter, const QRectF& rect, Theme theme);
/// Missing or failed: stripes in the control border's colour.
void gap(QPainter& painter, const QRectF& rect, const Palette& colours);
/// A day of the completeness map: told by its shape as well as by its colour.
void day(QPainter& painter, const QRectF& rect, DayMark mark, const Palette& colours);
/// A fill with square corners; Other gets its outline, or is all outline where it is too thin for one.
void segment(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& outline);
void swatch(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& outline);
/// A frame of `width` just outside `rect`.
void frame(QPainter& painter, const QRectF& rect, const QColor& colour, double width);
/// A note on a card in the middle of `area`.
void noteCard(QPainter& painter, const QRectF& area, const QString& title, const QString& text, const QFont& font,
              const Palette& colours);
[[nodiscard]] double noteCardWidth(const QString& title, const QString& text, const QFont& font);
/// A sentence in the middle of `area`, wrapped.
void sentence(QPainter& painter, const QRectF& area, const QString& text, const QFont& font, const Palette& colours);

}  // namespace tokenledger::paint
