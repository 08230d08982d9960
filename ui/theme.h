// The window's look: colours of the theme in force, fonts, tinted icons, and the style sheet of the whole application.
// GUI thread. One object, owned by whoever owns the window, and handed to every widget that paints itself.
#pragma once

#include "charts/palette.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QRectF>

class QPainter;
class QWidget;

namespace tokenledger {

enum class ThemeChoice { System, Light, Dark };

/// The sizes of type in the design; all in device-independent pixels.
enum class TextStyle {
    PageTitle,    // 20 semibold
    TileFigure,   // 24 semibold
    Countdown,    // 28 semibold
    Body,         // 13
    Medium,       // 13 medium
    Strong,       // 13 semibold
    Small,        // 12
    SmallStrong,  // 12 semibold
    Tiny,         // 11
    Mono,         // 11 monospace
};

class Look : public QObject {
    Q_OBJECT
public:
    /// Takes the system's lightness from the application's palette as it is now, then applies itself to it.
    explicit Look(ThemeChoice choice, QObject* parent = nullptr);

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    [[nodiscard]] Theme theme() const;
    [[nodiscard]] const Palette& colours() const;

    [[nodiscard]] static QFont font(TextStyle style);
    /// An icon of resources/icons in one colour, sharp at any scale.
    static void paintIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& colour);
    [[nodiscard]] static QIcon icon(const QString& name, const QColor& colour);
    [[nodiscard]] static QIcon applicationIcon();

signals:
    void changed();

private:
    void apply();
    ThemeChoice m_choice;
    bool m_systemIsDark;
};

/// Where a part of a widget that paints itself goes: as it is, or mirrored where the layout runs from right to left.
/// Texts in it are aligned as the layout runs, by the painter.
[[nodiscard]] QRectF placed(const QWidget& widget, const QRectF& part);

/// `opaque` at `share` of its strength on `ground`: what a disabled text looks like.
[[nodiscard]] QColor mixed(const QColor& opaque, const QColor& ground, double share);

}  // namespace tokenledger
