#include "ui/dialogs/invoicedialog.h"

#include "app/finance/matchlimits.h"
#include "charts/format.h"
#include "ui/moneyinput.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr std::size_t FewestLines = 3;
constexpr int FieldWidth = 220;

class InvoiceDialog final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(tokenledger::InvoiceDialog)
public:
    InvoiceDialog(QWidget* parent, const InvoiceQuestion& question, std::function<void(const Invoice&)> store,
                  std::function<void()> remove);
    void accept() override;
    [[nodiscard]] const InvoiceQuestion& question() const { return m_question; }

private:
    QLineEdit* addField(QFormLayout& form, const QString& title, const char* name, const QString& hint = {});
    void addLines(QFormLayout& form, std::size_t count);
    void fill(const Invoice& invoice);
    void update();
    [[nodiscard]] Result<Invoice> read() const;
    [[nodiscard]] Result<Money> amountOf(const QLineEdit& field, const QString& title) const;
    [[nodiscard]] Result<void> readTax(Invoice& invoice) const;
    [[nodiscard]] Result<void> readLines(Invoice& invoice) const;

    InvoiceQuestion m_question;
    std::function<void(const Invoice&)> m_store;
    QLineEdit* m_number;
    QLineEdit* m_date;
    QLineEdit* m_amount;
    QLineEdit* m_tax;
    QLineEdit* m_credits;
    QLineEdit* m_due;
    std::vector<std::pair<QLineEdit*, QLineEdit*>> m_lines;
    QLabel* m_said = nullptr;
    QPushButton* m_save = nullptr;
};

InvoiceDialog::InvoiceDialog(QWidget* parent, const InvoiceQuestion& question,
                             std::function<void(const Invoice&)> store, std::function<void()> remove)
    : QDialog(parent), m_question(question), m_store(std::move(store)) {
    setObjectName(QStringLiteral("invoiceDialog"));
    setWindowTitle(tr("Invoice of %1").arg(question.month));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(12);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    m_number = addField(*form, tr("&Number"), "invoiceNumber");
    m_date = addField(*form, tr("&Day"), "invoiceDate", tr("2026-11-01"));
    m_amount = addField(*form, tr("&Amount before tax and credits"), "invoiceAmount");
    m_credits = addField(*form, tr("&Credits"), "invoiceCredits", tr("taken off"));
    m_tax = addField(*form, tr("&Tax"), "invoiceTax", tr("an amount, or 25 %"));
    m_due = addField(*form, tr("Amount d&ue"), "invoiceDue", tr("to be checked; may be left out"));
    // A stored invoice may have more; one is always free.
    addLines(*form, std::max(FewestLines, question.invoice ? question.invoice->lines.size() + 1 : 0));
    rows->addLayout(form);
    m_said = new QLabel(this);
    m_said->setObjectName(QStringLiteral("invoiceSaid"));
    m_said->setWordWrap(true);
    m_said->setMinimumHeight(36);
    rows->addWidget(m_said);
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("invoiceSave"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(QStringLiteral("invoiceCancel"));
    if (question.invoice) {
        QPushButton* removal = buttons->addButton(tr("Remove the invoice"), QDialogButtonBox::DestructiveRole);
        removal->setObjectName(QStringLiteral("invoiceRemove"));
        connect(removal, &QPushButton::clicked, this, [this, remove = std::move(remove)] {
            remove();
            reject();
        });
        fill(*question.invoice);
    }
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

QLineEdit* InvoiceDialog::addField(QFormLayout& form, const QString& title, const char* name, const QString& hint) {
    auto* field = new QLineEdit(this);
    field->setObjectName(QLatin1String(name));
    field->setPlaceholderText(hint);
    field->setMinimumWidth(FieldWidth);
    field->setAccessibleName(QString(title).remove(u'&'));
    form.addRow(title, field);
    connect(field, &QLineEdit::textChanged, this, &InvoiceDialog::update);
    return field;
}

void InvoiceDialog::addLines(QFormLayout& form, std::size_t count) {
    auto* title = new QLabel(tr("Of the amount, what the cost report leaves out:"), this);
    title->setProperty("role", QStringLiteral("muted"));
    form.addRow(title);
    for (std::size_t i = 0; i < count; ++i) {
        auto* label = new QLineEdit(this);
        label->setObjectName(QStringLiteral("lineLabel%1").arg(i));
        label->setPlaceholderText(i == 0 ? tr("Priority Tier") : QString());
        label->setAccessibleName(tr("Label of line %1").arg(i + 1));
        auto* amount = new QLineEdit(this);
        amount->setObjectName(QStringLiteral("lineAmount%1").arg(i));
        amount->setAccessibleName(tr("Amount of line %1").arg(i + 1));
        form.addRow(label, amount);
        m_lines.emplace_back(label, amount);
        for (QLineEdit* field : {label, amount}) connect(field, &QLineEdit::textChanged, this, &InvoiceDialog::update);
    }
}

void InvoiceDialog::fill(const Invoice& invoice) {
    m_number->setText(invoice.number);
    if (invoice.date) m_date->setText(invoice.date->toIso());
    m_amount->setText(moneyInputText(invoice.amount));
    m_credits->setText(moneyInputText(invoice.credits));
    m_tax->setText(invoice.taxPercent ? percentText(*invoice.taxPercent) + QStringLiteral(" %")
                                      : moneyInputText(invoice.tax));
    m_due->setText(moneyInputText(invoice.due));
    for (std::size_t i = 0; i < std::min(m_lines.size(), invoice.lines.size()); ++i) {
        m_lines.at(i).first->setText(invoice.lines[i].label);
        m_lines.at(i).second->setText(moneyInputText(invoice.lines[i].amount));
    }
}

Result<Money> InvoiceDialog::amountOf(const QLineEdit& field, const QString& title) const {
    if (field.text().trimmed().isEmpty()) return Money();
    const auto amount = parseMoneyInput(field.text());
    if (amount) return *amount;
    return failure(ErrorKind::Usage, tr("%1: \"%2\" is no amount of US dollars.").arg(title, field.text()));
}

Result<void> InvoiceDialog::readTax(Invoice& invoice) const {
    const QString text = m_tax->text().trimmed();
    if (!text.endsWith(u'%')) {
        const auto amount = amountOf(*m_tax, tr("Tax"));
        if (!amount) return failure(amount.error());
        invoice.tax = *amount;
        return {};
    }
    QString number = text.chopped(1).trimmed();
    number.replace(QLocale().decimalPoint(), QStringLiteral("."));
    const auto percent = parsePercent(number);
    if (!percent) return failure(percent.error());
    const auto amount = taxOf(invoice.amount, invoice.credits, *percent);
    if (!amount) return failure(amount.error());
    invoice.taxPercent = *percent;
    invoice.tax = *amount;
    return {};
}

Result<void> InvoiceDialog::readLines(Invoice& invoice) const {
    for (const auto& [label, amount] : m_lines) {
        if (label->text().trimmed().isEmpty() && amount->text().trimmed().isEmpty()) continue;
        const auto parsed = amountOf(*amount, label->text());
        if (!parsed) return failure(parsed.error());
        invoice.lines.push_back({label->text().trimmed(), *parsed});
    }
    return {};
}

Result<Invoice> InvoiceDialog::read() const {
    Invoice invoice;
    invoice.number = m_number->text().trimmed();
    if (!m_date->text().trimmed().isEmpty()) {
        invoice.date = UtcDay::fromIso(m_date->text().trimmed());
        if (!invoice.date)
            return failure(ErrorKind::Usage, tr("\"%1\" is no day as in 2026-11-01.").arg(m_date->text()));
    }
    if (m_amount->text().trimmed().isEmpty()) return failure(ErrorKind::Usage, tr("The amount is still to come."));
    const std::tuple<Money*, QLineEdit*, QString> amounts[] = {{&invoice.amount, m_amount, tr("Amount")},
                                                               {&invoice.credits, m_credits, tr("Credits")}};
    for (const auto& [target, field, title] : amounts) {
        const auto amount = amountOf(*field, title);
        if (!amount) return failure(amount.error());
        *target = *amount;
    }
    if (auto taken = readTax(invoice); !taken) return failure(taken.error());
    if (auto taken = readLines(invoice); !taken) return failure(taken.error());
    const auto due = m_due->text().trimmed().isEmpty() ? dueOf(invoice) : amountOf(*m_due, tr("Amount due"));
    if (!due) return failure(due.error());
    invoice.due = *due;
    if (auto checked = checkInvoice(invoice); !checked) return failure(checked.error());
    return invoice;
}

void InvoiceDialog::update() {
    if (m_save == nullptr) return;  // still being built
    const auto invoice = read();
    m_save->setEnabled(invoice.has_value());
    m_said->setProperty("role", invoice ? QStringLiteral("muted") : QStringLiteral("warning"));
    m_said->setText(invoice ? tr("%1 + tax %2 − credits %3 = %4 due")
                                  .arg(formatMoney(invoice->amount), formatMoney(invoice->tax),
                                       formatMoney(invoice->credits), formatMoney(invoice->due))
                            : invoice.error().message);
    m_said->style()->unpolish(m_said);
    m_said->style()->polish(m_said);  // the colour of the new role
}

void InvoiceDialog::accept() {
    const auto invoice = read();
    if (!invoice) return;
    m_store(*invoice);
    QDialog::accept();
}

}  // namespace

void showInvoiceDialog(QWidget* parent, const InvoiceQuestion& question, std::function<void(const Invoice&)> store,
                       std::function<void()> remove) {
    auto* open = dynamic_cast<InvoiceDialog*>(parent->findChild<QDialog*>(QStringLiteral("invoiceDialog")));
    if (open != nullptr && (!open->isVisible() || open->question() != question)) {
        delete open;
        open = nullptr;
    }
    if (open == nullptr) open = new InvoiceDialog(parent, question, std::move(store), std::move(remove));
    open->show();
    open->raise();
    open->activateWindow();
}

}  // namespace tokenledger
