#include "ui/stylesheet.h"

#include <utility>

namespace tokenledger {

namespace {

constexpr auto Template = R"(
QWidget { color: @text1; }
QMainWindow, QDialog, QMessageBox { background: @window; }
QLabel { background: transparent; }
QLabel[role="muted"] { color: @text2; }
QLabel[role="note"] { color: @text3; }
QLabel[role="warning"] { color: @warning; }
QLabel[role="bad"] { color: @unfavourable; }
QLabel[role="good"] { color: @favourable; }
QFrame[role="card"] { background: @card; border: 1px solid @border; border-radius: 8px; }
QFrame[role="panel"] { background: @card; border: 1px solid @accent; border-radius: 8px; }
QFrame[role="notice"] { background: @tint; border: none; border-radius: 6px; }
QFrame[role="badnotice"] { background: @unfavourableTint; border: 1px solid @unfavourableEdge; border-radius: 6px; }
QFrame[role="warnnotice"] { background: @warningTint; border: none; border-radius: 6px; }
QFrame[role="plainnotice"] { background: transparent; border: none; }
QFrame[role="rule"] { background: @border; border: none; }
QFrame[role="popover"] { background: @card; border: 1px solid @controlBorder; }
QPushButton[role="plain"] { background: @card; color: @text1; border: 1px solid @controlBorder; border-radius: 6px;
  padding: 0 10px; min-height: 24px; }
QPushButton[role="plain"]:hover { background: @hover; }
QPushButton[role="plain"]:pressed { background: @selection; }
QPushButton[role="plain"]:focus { border: 2px solid @accent; padding: 0 9px; min-height: 22px; }
QFrame[role="bar"] { background: @bar; border: none; border-bottom: 1px solid @border; }
QFrame[role="sidebar"] { background: @sidebar; border: none; border-right: 1px solid @border; }
QFrame[role="statusbar"] { background: @bar; border: none; border-top: 1px solid @border; }
QFrame[role="steps"] { background: @head; border: none; border-right: 1px solid @border;
  border-top-left-radius: 7px; border-bottom-left-radius: 7px; }
QMenuBar { background: @bar; border: none; border-bottom: 1px solid @border; padding: 2px 6px 0 6px; }
QMenuBar::item { background: transparent; color: @text2; padding: 4px 9px 5px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: @hover; color: @text1; }
QMenuBar::item:pressed { background: @selection; color: @text1; }
QMenu { background: @card; border: 1px solid @controlBorder; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 28px; color: @text1; background: transparent; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @border; margin: 4px 0; }
QMenu::indicator { width: 12px; height: 12px; left: 9px; }
QMenu::indicator:checked { image: url(:/tokenledger/icons/@tick); }
QToolTip { background: @card; color: @text1; border: 1px solid @controlBorder; padding: 4px 6px; }
QLineEdit, QDateEdit, QSpinBox, QComboBox, QPlainTextEdit {
  background: @card; color: @text1; border: 1px solid @fieldBorder; border-radius: 6px; padding: 0 9px; min-height: 28px;
  selection-background-color: @selection; selection-color: @text1; }
QLineEdit:focus, QDateEdit:focus, QSpinBox:focus, QPlainTextEdit:focus { border: 2px solid @accent; padding: 0 8px; min-height: 26px; }
QLineEdit[role="key"] { min-height: 32px; }
QLineEdit[role="key"]:focus { min-height: 30px; }
QLineEdit[role="key"][state="bad"] { border: 2px solid @unfavourable; padding: 0 8px; min-height: 30px; }
QLineEdit[state="bad"] { border: 2px solid @unfavourable; padding: 0 8px; min-height: 26px; }
QDateEdit::drop-down { border: none; width: 20px; }
QDateEdit::up-button, QDateEdit::down-button { width: 0; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; background: @card;
  border: 1px solid @fieldBorder; border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { border-color: @accent; image: url(:/tokenledger/icons/@tick); }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 4px solid @accent; }
QAbstractScrollArea { background: transparent; border: none; }
QListView { background: @card; border: 1px solid @border; border-radius: 6px; outline: none; padding: 2px; }
QListView::item { padding: 4px 6px; border-radius: 4px; }
QListView::item:hover { background: @hover; }
QListView::item:selected { background: @selection; color: @text1; }
QTableView { background: transparent; border: none; outline: none; gridline-color: @grid;
  selection-background-color: @selection; selection-color: @text1; }
QHeaderView { background: @head; border: none; }
QHeaderView::section { background: @head; color: @text2; border: none; border-top: 1px solid @border;
  border-bottom: 1px solid @border; padding: 0 10px; font-size: 12px; font-weight: 600; }
QHeaderView::section:first { padding-left: 16px; }
QHeaderView::section:last { padding-right: 16px; }
QHeaderView::section:hover { color: @text1; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @controlBorder; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @fieldBorder; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCalendarWidget QWidget { alternate-background-color: @head; }
QCalendarWidget QAbstractItemView { background: @card; border: none; border-radius: 0; padding: 0;
  selection-background-color: @accent; selection-color: @onAccent; }
QCalendarWidget QAbstractItemView:disabled { color: @disabled; }
QCalendarWidget #qt_calendar_navigationbar { background: @head; }
QCalendarWidget QToolButton { background: transparent; color: @text1; border: none; border-radius: 4px; padding: 3px 6px; }
QCalendarWidget QToolButton:hover { background: @hover; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QTextBrowser { background: @card; border: none; padding: 8px; }
QMessageBox QPushButton, QFileDialog QPushButton, QDialog QPushButton {
  background: @card; border: 1px solid @controlBorder; border-radius: 6px; padding: 0 12px; min-height: 28px; min-width: 56px; }
QMessageBox QPushButton:default, QDialog QPushButton:default { background: @accent; color: @onAccent; border-color: @accent; }
QMessageBox QPushButton:disabled, QDialog QPushButton:disabled { background: @card; color: @disabled; border-color: @border; }
QMessageBox QPushButton:focus, QDialog QPushButton:focus { border: 2px solid @accent; padding: 0 11px; min-height: 26px; }
)";

/// Half way between two colours, for an edge that belongs to a tinted note.
QColor between(const QColor& a, const QColor& b) {
    return {(a.red() + 2 * b.red()) / 3, (a.green() + 2 * b.green()) / 3, (a.blue() + 2 * b.blue()) / 3};
}

}  // namespace

QString styleSheet(const Palette& colours) {
    const bool dark = colours.card.lightnessF() < 0.5F;
    QString sheet = QString::fromLatin1(Template);
    // Longer names first: "@text1" must not be taken for a "@text".
    const std::pair<const char*, QColor> tokens[] = {
        {"@unfavourableTint", colours.unfavourableTint},
        {"@unfavourableEdge", between(colours.unfavourable, colours.unfavourableTint)},
        {"@unfavourable", colours.unfavourable},
        {"@favourable", colours.favourable},
        {"@warningTint", colours.warningTint},
        {"@warning", colours.warning},
        {"@controlBorder", colours.controlBorder},
        {"@fieldBorder", colours.fieldBorder},
        {"@selection", colours.selection},
        {"@disabled", between(colours.text3, colours.controlBorder)},
        {"@onAccent", colours.onAccent},
        {"@accent", colours.accent},
        {"@sidebar", colours.sidebar},
        {"@window", colours.window},
        {"@border", colours.border},
        {"@hover", colours.hover},
        {"@text1", colours.text1},
        {"@text2", colours.text2},
        {"@text3", colours.text3},
        {"@card", colours.card},
        {"@head", colours.head},
        {"@grid", colours.grid},
        {"@tint", colours.tint},
        {"@bar", colours.bar},
    };
    for (const auto& [name, colour] : tokens) sheet.replace(QLatin1String(name), colour.name());
    sheet.replace(QLatin1String("@tick"), dark ? QStringLiteral("tick-dark.svg") : QStringLiteral("tick-light.svg"));
    return sheet;
}

}  // namespace tokenledger
