#include "ui/widgets/card.h"

#include "ui/widgets/cardheader.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace tokenledger {

Card::Card(const Look& look, const QString& title, const QString& name, QWidget* parent) : QFrame(parent) {
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
    if (alternative != nullptr) m_stack->addWidget(alternative);
}

void Card::setMenuMaker(std::function<void(QMenu&)> make) { m_header->setMenuMaker(std::move(make)); }
void Card::setHeaderWidget(QWidget* widget) { m_header->addRight(widget); }
void Card::setBesideTitle(QWidget* widget) { m_header->setBesideTitle(widget); }
bool Card::showsAlternative() const { return m_stack->currentIndex() == 1; }

void Card::showAlternative(bool alternative) {
    m_stack->setCurrentIndex(alternative && m_stack->count() > 1 ? 1 : 0);
    updateKey();
    emit alternativeShown(showsAlternative());
}

void Card::setOutdated(const QString& since) { m_header->setOutdated(since); }

}  // namespace tokenledger
