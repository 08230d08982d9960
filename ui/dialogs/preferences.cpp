#include "ui/dialogs/preferences.h"

#include "app/api/proxyurl.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int Width = 460;

class Preferences final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(Preferences)
public:
    Preferences(QWidget* parent, Settings& settings, std::function<void()> changed);
    void accept() override;

private:
    QVBoxLayout* addPart(QVBoxLayout* column, const QString& title);
    void buildSync(QVBoxLayout* column);
    void buildProxy(QVBoxLayout* column);
    QLabel* note(const QString& text);

    Settings& m_settings;
    std::function<void()> m_changed;
    QCheckBox* m_autoSync;
    QSpinBox* m_minutes;
    QRadioButton* m_systemProxy;
    QRadioButton* m_ownProxy;
    QLineEdit* m_proxy;
    QLabel* m_proxyProblem;
};

Preferences::Preferences(QWidget* parent, Settings& settings, std::function<void()> changed)
    : QDialog(parent), m_settings(settings), m_changed(std::move(changed)) {
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(Width);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(18);
    buildSync(addPart(column, tr("Sync")));
    buildProxy(addPart(column, tr("Network")));
    column->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("preferencesOk"));
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QVBoxLayout* Preferences::addPart(QVBoxLayout* column, const QString& title) {
    auto* part = new QVBoxLayout;
    part->setSpacing(8);
    auto* heading = new QLabel(title, this);
    heading->setFont(Look::font(TextStyle::Strong));
    part->addWidget(heading);
    column->addLayout(part);
    return part;
}

QLabel* Preferences::note(const QString& text) {
    auto* label = new QLabel(text, this);
    label->setWordWrap(true);
    label->setProperty("role", QStringLiteral("muted"));
    return label;
}

void Preferences::buildSync(QVBoxLayout* column) {
    const Settings::AutoSync choice = m_settings.autoSync();
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_autoSync = new QCheckBox(tr("Sync by itself every"), this);
    m_autoSync->setObjectName(QStringLiteral("autoSync"));
    m_autoSync->setChecked(choice.on);
    row->addWidget(m_autoSync);
    m_minutes = new QSpinBox(this);
    m_minutes->setObjectName(QStringLiteral("autoSyncMinutes"));
    m_minutes->setAccessibleName(tr("Minutes between two syncs"));
    m_minutes->setRange(1, 24 * 60);
    m_minutes->setValue(choice.minutes);
    m_minutes->setEnabled(choice.on);
    m_minutes->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_minutes->setFixedWidth(64);
    row->addWidget(m_minutes);
    row->addWidget(new QLabel(tr("minutes"), this));
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(
        note(tr("Only a connected organization that was synced before. Each sync takes some of the about 90 report "
                "requests an hour that the whole organization has.")));
    connect(m_autoSync, &QCheckBox::toggled, m_minutes, &QWidget::setEnabled);
}

void Preferences::buildProxy(QVBoxLayout* column) {
    const QString own = m_settings.proxy();
    m_systemProxy = new QRadioButton(tr("The system's proxy, if it has one"), this);
    m_systemProxy->setObjectName(QStringLiteral("systemProxy"));
    column->addWidget(m_systemProxy);
    m_ownProxy = new QRadioButton(tr("This proxy:"), this);
    m_ownProxy->setObjectName(QStringLiteral("ownProxy"));
    m_proxy = new QLineEdit(own, this);
    m_proxy->setObjectName(QStringLiteral("proxyField"));
    m_proxy->setAccessibleName(tr("Address of the proxy"));
    m_proxy->setPlaceholderText(QStringLiteral("http://proxy.example.com:8080"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_ownProxy);
    row->addWidget(m_proxy, 1);
    column->addLayout(row);
    m_proxyProblem = note({});
    m_proxyProblem->setObjectName(QStringLiteral("proxyProblem"));
    m_proxyProblem->setProperty("role", QStringLiteral("bad"));
    m_proxyProblem->hide();
    column->addWidget(m_proxyProblem);
    (own.isEmpty() ? m_systemProxy : m_ownProxy)->setChecked(true);
    m_proxy->setEnabled(!own.isEmpty());
    connect(m_ownProxy, &QRadioButton::toggled, m_proxy, &QWidget::setEnabled);
    connect(m_ownProxy, &QRadioButton::toggled, m_proxyProblem, &QWidget::hide);
}

void Preferences::accept() {
    QString proxy;
    if (m_ownProxy->isChecked()) {
        const auto url = checkProxyUrl(m_proxy->text());
        if (!url) {
            m_proxyProblem->setText(url.error().message);
            m_proxyProblem->show();
            m_proxy->setFocus();
            return;
        }
        proxy = url->toString();
    }
    m_settings.setProxy(proxy);
    m_settings.setAutoSync({m_autoSync->isChecked(), m_minutes->value()});
    QDialog::accept();
    m_changed();
}

}  // namespace

void showPreferences(QWidget* parent, Settings& settings, std::function<void()> changed) {
    auto* open = parent->findChild<QDialog*>(QStringLiteral("preferences"));
    if (open == nullptr) open = new Preferences(parent, settings, std::move(changed));
    open->show();
    open->raise();
    open->activateWindow();
}

}  // namespace tokenledger
