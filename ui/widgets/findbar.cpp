#include "ui/widgets/findbar.h"

#include "app/core/async.h"
#include "charts/format.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QtConcurrent>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int FieldWidth = 220;

}  // namespace

FindBar::FindBar(const Look& look, QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("findBar"));
    setAccessibleName(tr("Find in table"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 8, 5);
    row->setSpacing(6);
    m_text = new QLineEdit(this);
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setAccessibleName(accessibleName());
    m_text->setPlaceholderText(tr("Find in table"));
    m_text->setFixedWidth(FieldWidth);
    m_text->installEventFilter(this);
    row->addWidget(m_text);
    const auto addButton = [&](const char* name, const char* icon, const QString& title) {
        auto* button = new Button(look, Button::Kind::Ghost, {}, this);
        button->setDense(true);
        button->setIconName(QLatin1String(icon));
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(title);
        button->setToolTip(title);
        button->installEventFilter(this);
        row->addWidget(button);
        return button;
    };
    m_previous = addButton("findPrevious", "chevron-left", tr("Previous match"));
    m_next = addButton("findNext", "chevron-right", tr("Next match"));
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setFont(Look::font(TextStyle::Small));
    row->addWidget(m_count);
    row->addStretch(1);
    Button* done = addButton("findClose", "close", tr("Close"));
    connect(m_text, &QLineEdit::textChanged, this, [this] { search(Jump::Yes); });
    connect(m_previous, &QPushButton::clicked, this, [this] { step(true); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(false); });
    connect(done, &QPushButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::openFor(TableView& table) {
    if (m_table != &table) {
        if (m_table) m_table->model()->disconnect(this);
        m_table = &table;
        const auto again = [this] { search(Jump::No); };
        connect(table.model(), &QAbstractItemModel::modelReset, this, again);
        connect(table.model(), &QAbstractItemModel::layoutChanged, this, again);
        connect(table.model(), &QAbstractItemModel::rowsInserted, this, again);
    }
    const QModelIndex current = table.currentIndex();
    m_from = current.isValid() ? CellPlace{current.row(), current.column()} : CellPlace();
    QFrame::show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    search(Jump::Yes);
}

void FindBar::close() {
    ++m_generation;
    hide();
    if (!m_table) return;
    m_table->showNothingFound();
    m_table->setFocus(Qt::OtherFocusReason);
}

void FindBar::search(Jump jump) {
    const int generation = ++m_generation;
    if (!isVisibleTo(parentWidget()) || !m_table) return;
    const QString text = m_text->text();
    const TableView::Finder find = m_table->finder();
    if (m_table->model()->rowCount() <= RowsAtOnce) return show(find(text), jump);
    m_count->setText(tr("searching…"));
    whenDone(QtConcurrent::run([find, text]() -> Result<FoundCells> { return find(text); }), this,
             [this, generation, jump](const Result<FoundCells>& found) {
                 if (generation == m_generation && found) show(*found, jump);
             });
}

void FindBar::show(const FoundCells& found, Jump jump) {
    m_found = found;
    const auto& cells = m_found.cells;
    const QModelIndex current = m_table->currentIndex();
    const CellPlace from = jump == Jump::No && current.isValid() ? CellPlace{current.row(), current.column()} : m_from;
    const auto next = std::lower_bound(cells.begin(), cells.end(), from);
    m_at = cells.empty() ? -1 : next == cells.end() ? 0 : static_cast<int>(next - cells.begin());
    if (m_at < 0) {
        m_table->showNothingFound();
    } else if (jump == Jump::Yes) {
        m_table->showFound(cells[static_cast<std::size_t>(m_at)]);
    }
    sayCount();
}

void FindBar::step(bool backwards) {
    const int count = static_cast<int>(m_found.cells.size());
    if (count == 0 || !m_table) return;
    m_at = (m_at + (backwards ? count - 1 : 1)) % count;
    m_from = m_found.cells[static_cast<std::size_t>(m_at)];
    m_table->showFound(m_from);
    sayCount();
}

void FindBar::sayCount() {
    const auto count = static_cast<std::int64_t>(m_found.cells.size());
    const bool none = count == 0 && !m_text->text().trimmed().isEmpty();
    m_count->setText(none           ? tr("not found")
                     : count == 0   ? QString()
                     : m_found.more ? tr("%1 of more than %2").arg(formatCount(m_at + 1), formatCount(count))
                                    : tr("%1 of %2").arg(formatCount(m_at + 1), formatCount(count)));
    m_count->setProperty("role", none ? QStringLiteral("bad") : QStringLiteral("note"));
    m_count->style()->polish(m_count);
    m_text->setAccessibleDescription(m_count->text());
    m_previous->setEnabled(count > 1);
    m_next->setEnabled(count > 1);
}

bool FindBar::handleKey(int key, Qt::KeyboardModifiers modifiers) {
    const bool back = modifiers.testFlag(Qt::ShiftModifier);
    switch (key) {
        case Qt::Key_Escape:
            close();
            return true;
        case Qt::Key_F3:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            step(back);
            return true;
        case Qt::Key_Down:
            step(false);
            return true;
        case Qt::Key_Up:
            step(true);
            return true;
        default:
            return false;
    }
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        const bool stays = watched == m_text || key->key() == Qt::Key_Escape || key->key() == Qt::Key_F3;
        if (stays && handleKey(key->key(), key->modifiers())) return true;
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace tokenledger
