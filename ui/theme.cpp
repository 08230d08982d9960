#include "ui/theme.h"

#include "ui/stylesheet.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QSvgRenderer>
#include <QWidget>

namespace tokenledger {

namespace {

QByteArray iconSource(const QString& name) {
    QFile file(QStringLiteral(":/tokenledger/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Paints the SVG anew for each size and scale instead of keeping pixmaps of one.
class TintedIconEngine final : public QIconEngine {
public:
    TintedIconEngine(QString name, QColor colour) : m_name(std::move(name)), m_colour(std::move(colour)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QColor colour = m_colour;
        if (mode == QIcon::Disabled) colour.setAlphaF(0.45F);
        Look::paintIcon(*painter, rect, m_name, colour);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new TintedIconEngine(m_name, m_colour); }

private:
    QString m_name;
    QColor m_colour;
};

/// Fusion with a few habits changed.
class WindowStyle final : public QProxyStyle {
public:
    WindowStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* data) const override {
        // Alt opens the menus all the same; the lines under the letters only unsettle the bar.
        if (hint == SH_UnderlineShortcut) return 0;
        if (hint == SH_LineEdit_PasswordCharacter) return 0x2022;  // Fusion's is a cannonball
        if (hint == SH_EtchDisabledText || hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
};

bool figuresHaveOneWidth(const QFont& font) {
    const QFontMetricsF metrics(font);
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (!qFuzzyCompare(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(QChar(u'0'))))
            return false;
    }
    return true;
}

/// The system's font, unless its digits differ in width: columns of money have to line up, and Qt 6.4 cannot switch a
/// font's tabular figures on.
QString windowFamily() {
    static const QString family = [] {
        QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
        font.setPixelSize(100);
        if (figuresHaveOneWidth(font)) return font.family();
        const QStringList installed = QFontDatabase::families();
        for (const QString& other : {QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
                                     QStringLiteral("Liberation Sans"), QStringLiteral("Open Sans")}) {
            if (installed.contains(other)) return other;
        }
        return font.family();
    }();
    return family;
}

bool isDark(const QPalette& palette) { return palette.color(QPalette::Window).lightnessF() < 0.5F; }

QPalette toQtPalette(const Palette& colours) {
    QPalette qt;
    const auto set = [&qt](QPalette::ColorRole role, const QColor& colour, const QColor& ground) {
        qt.setColor(role, colour);
        qt.setColor(QPalette::Disabled, role, mixed(colour, ground, 0.45));
    };
    set(QPalette::WindowText, colours.text1, colours.window);
    set(QPalette::Text, colours.text1, colours.card);
    set(QPalette::ButtonText, colours.text1, colours.card);
    qt.setColor(QPalette::Window, colours.window);
    qt.setColor(QPalette::Base, colours.card);
    qt.setColor(QPalette::AlternateBase, colours.head);
    qt.setColor(QPalette::Button, colours.card);
    qt.setColor(QPalette::Highlight, colours.selection);
    qt.setColor(QPalette::HighlightedText, colours.text1);
    qt.setColor(QPalette::Link, colours.accent);
    qt.setColor(QPalette::LinkVisited, colours.accent);
    qt.setColor(QPalette::ToolTipBase, colours.card);
    qt.setColor(QPalette::ToolTipText, colours.text1);
    qt.setColor(QPalette::PlaceholderText, colours.text3);
    qt.setColor(QPalette::Light, colours.card);
    qt.setColor(QPalette::Midlight, colours.grid);
    qt.setColor(QPalette::Mid, colours.controlBorder);
    qt.setColor(QPalette::Dark, colours.fieldBorder);
    qt.setColor(QPalette::Shadow, colours.border);
    return qt;
}

}  // namespace

QRectF placed(const QWidget& widget, const QRectF& part) {
    if (!widget.isRightToLeft()) return part;
    return {widget.width() - part.left() - part.width(), part.top(), part.width(), part.height()};
}

QColor mixed(const QColor& opaque, const QColor& ground, double share) {
    const auto channel = [share](int a, int b) { return static_cast<int>(a * share + b * (1.0 - share) + 0.5); };
    return {channel(opaque.red(), ground.red()), channel(opaque.green(), ground.green()),
            channel(opaque.blue(), ground.blue())};
}

Look::Look(ThemeChoice choice, QObject* parent)
    : QObject(parent), m_choice(choice), m_systemIsDark(isDark(QApplication::palette())) {
    QApplication::setStyle(new WindowStyle);
    QApplication::setFont(font(TextStyle::Body));
    apply();
}

void Look::setChoice(ThemeChoice choice) {
    if (choice == m_choice) return;
    m_choice = choice;
    apply();
    emit changed();
}

Theme Look::theme() const {
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemIsDark);
    return dark ? Theme::Dark : Theme::Light;
}

const Palette& Look::colours() const { return palette(theme()); }

void Look::apply() {
    QApplication::setPalette(toQtPalette(colours()));
    qApp->setStyleSheet(styleSheet(colours()));
}

QFont Look::font(TextStyle style) {
    QFont font(windowFamily());
    const auto set = [&font](int pixels, QFont::Weight weight) {
        font.setPixelSize(pixels);
        font.setWeight(weight);
    };
    switch (style) {
        case TextStyle::PageTitle:
            set(20, QFont::DemiBold);
            break;
        case TextStyle::TileFigure:
            set(24, QFont::DemiBold);
            break;
        case TextStyle::Countdown:
            set(28, QFont::DemiBold);
            break;
        case TextStyle::Body:
            set(13, QFont::Normal);
            break;
        case TextStyle::Medium:
            set(13, QFont::Medium);
            break;
        case TextStyle::Strong:
            set(13, QFont::DemiBold);
            break;
        case TextStyle::Small:
            set(12, QFont::Normal);
            break;
        case TextStyle::SmallStrong:
            set(12, QFont::DemiBold);
            break;
        case TextStyle::Tiny:
            set(11, QFont::Normal);
            break;
        case TextStyle::Mono:
            font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
            set(11, QFont::Normal);
            break;
    }
    return font;
}

void Look::paintIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& colour) {
    QByteArray svg = iconSource(name);
    svg.replace("#000000", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    painter.save();
    painter.setOpacity(painter.opacity() * static_cast<double>(colour.alphaF()));
    renderer.render(&painter, box);
    painter.restore();
}

QIcon Look::icon(const QString& name, const QColor& colour) { return QIcon(new TintedIconEngine(name, colour)); }

QIcon Look::applicationIcon() { return QIcon(QStringLiteral(":/tokenledger/icons/tokenledger.svg")); }

}  // namespace tokenledger
