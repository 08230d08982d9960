#include "ui/dialogs/preferences.h"

#include "ui/dialogs/preferencesections.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int SectionsWidth = 132;

class Preferences final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(tokenledger::Preferences)
public:
    Preferences(QWidget* parent, const Look& look, Settings& settings, const std::function<void()>& changed);
    void accept() override;

private:
    void add(const QString& title, QWidget* section);

    QListWidget* m_list;
    QStackedWidget* m_stack;
    SyncSection* m_sync;
};

Preferences::Preferences(QWidget* parent, const Look& look, Settings& settings, const std::function<void()>& changed)
    : QDialog(parent) {
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(12);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(4);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("preferenceSections"));
    m_list->setAccessibleName(tr("Sections"));
    m_list->setFixedWidth(SectionsWidth);
    columns->addWidget(m_list);
    m_stack = new QStackedWidget(this);
    columns->addWidget(m_stack, 1);
    rows->addLayout(columns, 1);
    add(tr("General"), new GeneralSection(look, settings, changed, this));
    add(tr("Numbers"), new NumbersSection(look, settings, changed, this));
    add(tr("Sync"), m_sync = new SyncSection(look, settings, changed, this));
    add(tr("Export"), new ExportSection(look, settings, changed, this));
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    close->setObjectName(QStringLiteral("preferencesClose"));
    close->setAutoDefault(false);  // Enter in a field is about the field
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
}

void Preferences::add(const QString& title, QWidget* section) {
    m_list->addItem(title);
    m_stack->addWidget(section);
}

void Preferences::accept() {
    if (m_sync->storeProxy()) return QDialog::accept();
    m_list->setCurrentRow(m_stack->indexOf(m_sync));
}

}  // namespace

void showPreferences(QWidget* parent, const Look& look, Settings& settings, std::function<void()> changed) {
    auto* open = parent->findChild<QDialog*>(QStringLiteral("preferences"));
    if (open == nullptr) open = new Preferences(parent, look, settings, changed);
    open->show();
    open->raise();
    open->activateWindow();
}

}  // namespace tokenledger
