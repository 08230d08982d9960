#include "ui/dialogs/closedialog.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int Width = 460;

class CloseDialog final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(tokenledger::CloseDialog)
public:
    CloseDialog(QWidget* parent, const CloseQuestion& question, std::function<void(const QString&)> close);
    void accept() override;
    [[nodiscard]] const CloseQuestion& question() const { return m_question; }

private:
    QLabel* addText(const QString& text, const char* role, const char* name);
    void addFrozen(const CloseQuestion& question);
    void addOverride();
    void update();

    CloseQuestion m_question;
    std::function<void(const QString&)> m_close;
    QVBoxLayout* m_rows;
    QCheckBox* m_anyway = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_go = nullptr;
};

CloseDialog::CloseDialog(QWidget* parent, const CloseQuestion& question, std::function<void(const QString&)> close)
    : QDialog(parent), m_question(question), m_close(std::move(close)) {
    setObjectName(QStringLiteral("closeDialog"));
    setWindowTitle(tr("Close %1").arg(question.month));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(Width);
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(16, 16, 16, 16);
    m_rows->setSpacing(10);
    addText(tr("These figures are frozen with their completeness and sources. Later changes are shown against them."),
            nullptr, "closeFrozen");
    addFrozen(question);
    for (const QString& remark : question.remarks) addText(remark, "muted", "closeRemark");
    if (!question.problems.isEmpty()) {
        addText(tr("Against closing it:"), "warning", "closeAgainst");
        for (const QString& problem : question.problems) addText(problem, "warning", "closeProblem");
        addOverride();
    }
    auto* buttons = new QDialogButtonBox(this);
    m_go = buttons->addButton(tr("Close the month"), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(QStringLiteral("closeGo"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(QStringLiteral("closeCancel"));
    m_rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

QLabel* CloseDialog::addText(const QString& text, const char* role, const char* name) {
    auto* label = new QLabel(text, this);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (role != nullptr) label->setProperty("role", QLatin1String(role));
    m_rows->addWidget(label);
    return label;
}

void CloseDialog::addFrozen(const CloseQuestion& question) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const auto& [name, figure] : question.frozen) {
        grid->addWidget(new QLabel(name, this), row, 0);
        grid->addWidget(new QLabel(figure, this), row, 1, Qt::AlignRight);
        ++row;
    }
    m_rows->addLayout(grid);
}

void CloseDialog::addOverride() {
    m_anyway = new QCheckBox(tr("Close it anyway, for this reason:"), this);
    m_anyway->setObjectName(QStringLiteral("closeAnyway"));
    m_rows->addWidget(m_anyway);
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(QStringLiteral("closeReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_rows->addWidget(m_reason);
    connect(m_anyway, &QCheckBox::toggled, this, &CloseDialog::update);
    connect(m_reason, &QLineEdit::textChanged, this, &CloseDialog::update);
}

void CloseDialog::update() {
    const bool sure = m_anyway == nullptr || (m_anyway->isChecked() && !m_reason->text().trimmed().isEmpty());
    if (m_go != nullptr) m_go->setEnabled(sure);
    if (m_reason != nullptr) m_reason->setEnabled(m_anyway->isChecked());
}

void CloseDialog::accept() {
    if (!m_go->isEnabled()) return;
    m_close(m_reason != nullptr ? m_reason->text().trimmed() : QString());
    QDialog::accept();
}

}  // namespace

void showCloseDialog(QWidget* parent, const CloseQuestion& question, std::function<void(const QString&)> close) {
    auto* open = dynamic_cast<CloseDialog*>(parent->findChild<QDialog*>(QStringLiteral("closeDialog")));
    if (open != nullptr && (!open->isVisible() || open->question() != question)) {
        delete open;
        open = nullptr;
    }
    if (open == nullptr) open = new CloseDialog(parent, question, std::move(close));
    open->show();
    open->raise();
    open->activateWindow();
}

}  // namespace tokenledger
