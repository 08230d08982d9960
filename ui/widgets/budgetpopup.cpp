#include "ui/widgets/budgetpopup.h"

#include "ui/pages/budgettexts.h"
#include "ui/widgets/button.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr int FieldWidth = 260;

QString thresholdsText(const std::vector<int>& thresholds) {
    QStringList texts;
    for (const int threshold : thresholds) texts << QString::number(threshold);
    return texts.join(QStringLiteral(", "));
}

QLineEdit* lineEdit(const char* name, const QString& text, QWidget* parent) {
    auto* edit = new QLineEdit(text, parent);
    edit->setObjectName(QLatin1String(name));
    edit->setMinimumWidth(FieldWidth);
    return edit;
}

Result<std::optional<UtcDay>> dayOf(const QLineEdit& field) {
    const QString text = field.text().trimmed();
    if (text.isEmpty()) return std::optional<UtcDay>();
    const auto day = UtcDay::fromIso(text);
    if (day) return day;
    return failure(ErrorKind::Usage, BudgetPopup::tr("\"%1\" is no day as in 2026-11-20.").arg(text));
}

}  // namespace

BudgetPopup::BudgetPopup(const Look& look, Values values, const std::optional<Budget>& budget, QWidget* anchor)
    : Popover(anchor), m_values(std::move(values)), m_before(budget ? budget->name : QString()) {
    setObjectName(QStringLiteral("budgetPopup"));
    auto* title = new QLabel(budget ? tr("Change the budget") : tr("A new budget"), this);
    title->setFont(Look::font(TextStyle::Strong));
    setAccessibleName(title->text());
    body()->addWidget(title);
    makeFields(budget);
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("budgetProblem"));
    m_problem->setProperty("role", QStringLiteral("bad"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    body()->addWidget(m_problem);
    auto* foot = new QHBoxLayout;
    if (budget) {
        auto* remove = new Button(look, Button::Kind::Link, tr("Remove"), this);
        remove->setObjectName(QStringLiteral("budgetRemove"));
        foot->addWidget(remove);
        connect(remove, &QPushButton::clicked, this, [this] {
            emit removeClicked(m_before);
            close();
        });
    }
    foot->addStretch(1);
    auto* save = new Button(look, Button::Kind::Primary, tr("Save"), this);
    save->setObjectName(QStringLiteral("budgetSave"));
    foot->addWidget(save);
    body()->addLayout(foot);
    connect(save, &QPushButton::clicked, this, &BudgetPopup::save);
    m_name->setFocus();
}

void BudgetPopup::makeFields(const std::optional<Budget>& budget) {
    const Budget shown = budget.value_or(Budget{});
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_name = lineEdit("budgetName", shown.name, this);
    m_scope = new QComboBox(this);
    m_scope->setObjectName(QStringLiteral("budgetScope"));
    for (const auto scope : {BudgetScope::Organization, BudgetScope::Workspace, BudgetScope::Team, BudgetScope::ApiKey,
                             BudgetScope::Model}) {
        const auto values = m_values.find(scope);
        const bool any = values != m_values.end() && !values->second.empty();
        if (scope == BudgetScope::Organization || any || scope == shown.scope) {
            m_scope->addItem(scopeTitle(scope), static_cast<int>(scope));
        }
    }
    m_scope->setCurrentIndex(m_scope->findData(static_cast<int>(shown.scope)));
    m_value = new QComboBox(this);
    m_value->setObjectName(QStringLiteral("budgetValue"));
    m_value->setMaxVisibleItems(16);
    m_period = new QComboBox(this);
    m_period->setObjectName(QStringLiteral("budgetPeriod"));
    for (const auto period : {BudgetPeriod::Month, BudgetPeriod::Quarter, BudgetPeriod::Year}) {
        m_period->addItem(budgetPeriodTitle(period), static_cast<int>(period));
    }
    m_period->setCurrentIndex(static_cast<int>(shown.period));
    m_amount = lineEdit("budgetAmount", budget ? toExactString(shown.amount) : QString(), this);
    m_amount->setPlaceholderText(QStringLiteral("5000.00"));
    m_thresholds = lineEdit("budgetThresholds", thresholdsText(shown.thresholds), this);
    m_from = lineEdit("budgetFrom", shown.from ? shown.from->toIso() : QString(), this);
    m_to = lineEdit("budgetTo", shown.to ? shown.to->toIso() : QString(), this);
    m_from->setPlaceholderText(tr("always"));
    m_to->setPlaceholderText(tr("always"));
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Of"), m_scope);
    form->addRow(tr("Which"), m_value);
    form->addRow(tr("Each"), m_period);
    form->addRow(tr("Amount, USD"), m_amount);
    form->addRow(tr("Thresholds, %"), m_thresholds);
    form->addRow(tr("From day"), m_from);
    form->addRow(tr("To day"), m_to);
    body()->addLayout(form);
    fillValues(shown.value);
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this] { fillValues({}); });
    for (QLineEdit* edit : {m_name, m_amount, m_thresholds, m_from, m_to}) {
        connect(edit, &QLineEdit::returnPressed, this, &BudgetPopup::save);
    }
}

BudgetScope BudgetPopup::scope() const { return static_cast<BudgetScope>(m_scope->currentData().toInt()); }

void BudgetPopup::fillValues(const QString& chosen) {
    m_value->clear();
    const auto values = m_values.find(scope());
    m_value->setEnabled(values != m_values.end());
    if (values == m_values.end()) return;
    for (const auto& [name, id] : values->second) m_value->addItem(name, id);
    m_value->setCurrentIndex(std::max(0, m_value->findData(chosen)));
}

Result<Budget> BudgetPopup::budget() const {
    Budget budget;
    budget.name = m_name->text().trimmed();
    budget.scope = scope();
    budget.value = budget.scope == BudgetScope::Organization ? QString() : m_value->currentData().toString();
    budget.period = static_cast<BudgetPeriod>(m_period->currentData().toInt());
    const auto amount = parseDollars(m_amount->text().trimmed().toStdString());
    if (!amount || amount->rounded) {
        return failure(ErrorKind::Usage, tr("The amount is US dollars as in 5000 or 1250.50."));
    }
    budget.amount = amount->amount;
    auto thresholds = parseThresholds(m_thresholds->text());
    if (!thresholds) return failure(thresholds.error());
    budget.thresholds = *std::move(thresholds);
    const auto from = dayOf(*m_from);
    if (!from) return failure(from.error());
    const auto to = dayOf(*m_to);
    if (!to) return failure(to.error());
    budget.from = *from;
    budget.to = *to;
    if (auto checked = checkBudget(budget); !checked) return failure(checked.error());
    return budget;
}

void BudgetPopup::save() {
    const auto filled = budget();
    if (!filled) {
        m_problem->setText(filled.error().message);
        m_problem->show();
        adjustSize();
        return;
    }
    emit saveClicked(*filled, m_before);
    close();
}

}  // namespace tokenledger
