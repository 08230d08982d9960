#include "ui/widgets/popover.h"

#include "ui/widgets/tableview.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int TextWidth = 360;

QLabel* makeLabel(const QString& text, TextStyle style, const QString& role, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Look::font(style));
    label->setProperty("role", role);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void copyText(const QString& text) { QGuiApplication::clipboard()->setText(text); }

/// Where an explanation names no rows of its own: the table that is nearest to a tile, button or chart. Nothing for a
/// figure of a table, which stands among its rows.
std::function<void()> rowsNear(QWidget* anchor) {
    for (QWidget* at = anchor; at != nullptr; at = at->parentWidget()) {
        if (qobject_cast<TableView*>(at) != nullptr) return {};
    }
    for (QWidget* at = anchor->parentWidget(); at != nullptr; at = at->parentWidget()) {
        TableView* upper = nullptr;
        for (TableView* table : at->findChildren<TableView*>()) {
            const auto top = [](const QWidget* widget) { return widget->mapToGlobal(QPoint()).y(); };
            if (table->isVisible() && (upper == nullptr || top(table) < top(upper))) upper = table;
        }
        if (upper == nullptr) continue;
        return [table = QPointer<TableView>(upper)] {
            if (table == nullptr) return;
            for (QWidget* up = table->parentWidget(); up != nullptr; up = up->parentWidget()) {
                if (auto* scroll = qobject_cast<QScrollArea*>(up)) scroll->ensureWidgetVisible(table);
            }
            table->setFocus(Qt::OtherFocusReason);
        };
    }
    return {};
}

class ExplanationPanel final : public Popover {
    Q_DECLARE_TR_FUNCTIONS(tokenledger::ExplanationPanel)
public:
    ExplanationPanel(Explanation explanation, QWidget* anchor)
        : Popover(anchor), m_explanation(std::move(explanation)) {
        if (!m_explanation.showRows) m_explanation.showRows = rowsNear(anchor);
        setAccessibleName(m_explanation.title);
        setAccessibleDescription(explanationText(m_explanation));
        addText();
        addButtons(anchor);
    }

protected:
    /// A label with a selection copies that itself.
    void keyPressEvent(QKeyEvent* event) override {
        if (event->matches(QKeySequence::Copy)) return copyText(explanationText(m_explanation));
        auto* button = qobject_cast<QPushButton*>(focusWidget());
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (enter && button != nullptr) return button->click();
        Popover::keyPressEvent(event);
    }

private:
    void addText() {
        body()->addWidget(makeLabel(m_explanation.title, TextStyle::Strong, {}, this));
        auto* formula = makeLabel(m_explanation.formula, TextStyle::Body, QStringLiteral("muted"), this);
        formula->setFixedWidth(TextWidth);
        body()->addWidget(formula);
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(16);
        grid->setVerticalSpacing(4);
        grid->setColumnStretch(1, 1);
        int row = 0;
        for (const auto& [name, value] : m_explanation.facts) {
            auto* left = makeLabel(name, TextStyle::Small, QStringLiteral("note"), this);
            left->setWordWrap(false);
            grid->addWidget(left, row, 0, Qt::AlignTop);
            auto* right = makeLabel(value, TextStyle::Small, {}, this);
            right->setMinimumWidth(TextWidth - 110);
            grid->addWidget(right, row, 1);
            ++row;
        }
        body()->addLayout(grid);
    }

    QPushButton* addButton(QLayout* row, const QString& text, const char* name) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        button->setProperty("role", QStringLiteral("plain"));
        button->setFont(Look::font(TextStyle::Small));
        row->addWidget(button);
        return button;
    }

    void addButtons(QWidget* anchor) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(0, 4, 0, 0);
        row->setSpacing(8);
        QPushButton* first = nullptr;
        if (m_explanation.showRows) {
            const QString& own = m_explanation.showRowsText;
            first = addButton(row, own.isEmpty() ? tr("Show the rows") : own, "showRows");
            // Closed first, so that the keyboard stays where the rows are. By then this is gone, and so may the anchor.
            connect(first, &QPushButton::clicked, anchor,
                    [panel = QPointer<QWidget>(this), show = m_explanation.showRows] {
                        panel->close();
                        show();
                    });
        }
        QPushButton* copy = addButton(row, tr("Copy"), "copyWhy");
        connect(copy, &QPushButton::clicked, this, [this] { copyText(explanationText(m_explanation)); });
        row->addStretch(1);
        body()->addLayout(row);
        (first != nullptr ? first : copy)->setFocus(Qt::PopupFocusReason);
    }

    Explanation m_explanation;
};

}  // namespace

QString explanationText(const Explanation& explanation) {
    QStringList lines{explanation.title, explanation.formula};
    for (const auto& [name, value] : explanation.facts) lines.append(name + QLatin1Char('\t') + value);
    return lines.join(QLatin1Char('\n'));
}

Popover::Popover(QWidget* anchor) : QFrame(anchor, Qt::Popup), m_anchor(anchor) {
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("role", QStringLiteral("popover"));
    setObjectName(QStringLiteral("popover"));
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(16, 14, 16, 14);
    m_body->setSpacing(8);
}

void Popover::showBelow(const QRect& part) {
    adjustSize();
    const QRect whole = part.isEmpty() ? m_anchor->rect() : part;
    QPoint place = m_anchor->mapToGlobal(QPoint(whole.left(), whole.bottom() + 5));
    if (const QScreen* screen = m_anchor->screen()) {
        const QRect room = screen->availableGeometry();
        place.setX(std::max(room.left() + 8, std::min(place.x(), room.right() - width() - 8)));
        if (place.y() + height() > room.bottom()) place.setY(m_anchor->mapToGlobal(whole.topLeft()).y() - height() - 4);
        place.setY(std::max(place.y(), room.top() + 8));  // rather over its anchor than beyond the screen
    }
    move(place);
    show();
}

void showExplanation(const Explanation& explanation, QWidget* anchor, const QRect& part) {
    (new ExplanationPanel(explanation, anchor))->showBelow(part);
}

}  // namespace tokenledger
