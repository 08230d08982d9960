#include "ui/widgets/card.h"

#include "ui/widgets/cardheader.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/tableview.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace tokenledger {

Card::Card(const Look& look, const QString& title, const QString& name, QWidget* parent)
    : QFrame(parent), m_look(look) {
    setProperty("role", QStringLiteral("card"));
    setObjectName(name);
    setAccessibleName(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    m_header = new CardHeader(look, name, this);
    m_header->setTitle(title, {});
    layout->addWidget(m_header);
    m_stack = new QStackedLayout;
    layout->addLayout(m_stack, 1);
}

void Card::setTitle(const QString& title, const QString& subtitle) {
    setAccessibleName(title);
    m_header->setTitle(title, subtitle);
}

void Card::setKey(const std::vector<KeyEntry>& key) {
    m_key = key;
    updateKey();
}

/// A table names its columns itself.
void Card::updateKey() { m_header->setKey(showsAlternative() ? std::vector<KeyEntry>() : m_key); }

void Card::setContent(QWidget* main, QWidget* alternative) {
    m_stack->addWidget(main);
    follow(main);
    if (alternative == nullptr) return;
    m_stack->addWidget(alternative);
    follow(alternative);
}

void Card::follow(QWidget* content) {
    QList<TableView*> tables = content->findChildren<TableView*>();
    if (auto* table = qobject_cast<TableView*>(content)) tables.append(table);
    for (TableView* table : tables) {
        connect(table, &TableView::findWanted, this, [this, table] { findBar().openFor(*table); });
        connect(table, &TableView::findNextWanted, this, [this, table](bool backwards) {
            if (findBar().isHidden()) {
                findBar().openFor(*table);
            } else {
                findBar().step(backwards);
            }
        });
    }
}

FindBar& Card::findBar() {
    if (m_find == nullptr) layout()->addWidget(m_find = new FindBar(m_look, this));
    return *m_find;
}

void Card::setMenuMaker(std::function<void(QMenu&)> make) { m_header->setMenuMaker(std::move(make)); }
void Card::setHeaderWidget(QWidget* widget) { m_header->addRight(widget); }
void Card::setBesideTitle(QWidget* widget) { m_header->setBesideTitle(widget); }
bool Card::showsAlternative() const { return m_stack->currentIndex() == 1; }

void Card::showAlternative(bool alternative) {
    m_stack->setCurrentIndex(alternative && m_stack->count() > 1 ? 1 : 0);
    if (m_find != nullptr) m_find->hide();
    updateKey();
    emit alternativeShown(showsAlternative());
}

void Card::setOutdated(const QString& since) { m_header->setOutdated(since); }

}  // namespace tokenledger
