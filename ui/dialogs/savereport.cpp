#include "ui/dialogs/savereport.h"

#include "app/export/reportrun.h"
#include "charts/format.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

class SaveReport final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(tokenledger::SaveReport)
public:
    SaveReport(QWidget* parent, std::vector<NamedReport> reports, bool pseudonyms,
               std::function<void(const SavedReport&)> save);
    void accept() override;

private:
    QComboBox* addCombo(const char* name, const std::vector<std::pair<QString, QString>>& titlesAndValues);
    void followReport();
    [[nodiscard]] const NamedReport& chosen() const {
        return m_reports[static_cast<std::size_t>(m_report->currentIndex())];
    }
    [[nodiscard]] SavedReport made() const;

    const std::vector<NamedReport> m_reports;
    const std::function<void(const SavedReport&)> m_save;
    QLineEdit* m_name;
    QComboBox* m_report;
    QComboBox* m_period;
    QComboBox* m_format;
    QComboBox* m_split;
    QLineEdit* m_fileName;
    QCheckBox* m_pseudonyms;
    QLabel* m_problem;
};

SaveReport::SaveReport(QWidget* parent, std::vector<NamedReport> reports, bool pseudonyms,
                       std::function<void(const SavedReport&)> save)
    : QDialog(parent), m_reports(std::move(reports)), m_save(std::move(save)) {
    setObjectName(QStringLiteral("saveReport"));
    setWindowTitle(tr("Save as report"));
    setAttribute(Qt::WA_DeleteOnClose);
    std::vector<std::pair<QString, QString>> titles;
    for (const NamedReport& report : m_reports) titles.emplace_back(report.title, report.slug);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("savedReportName"));
    m_report = addCombo("savedReportReport", titles);
    m_period = addCombo("savedReportPeriod", {{tr("Last month"), QStringLiteral("last-month")},
                                              {tr("This month, to the day it runs"), QStringLiteral("this-month")},
                                              {tr("Last 30 days"), QStringLiteral("last-30-days")},
                                              {tr("Last quarter"), QStringLiteral("last-quarter")},
                                              {tr("Year to date"), QStringLiteral("year-to-date")},
                                              {QString(), QString()}});
    m_format = addCombo("savedReportFormat", {{QStringLiteral("CSV"), QStringLiteral("csv")},
                                              {QStringLiteral("XLSX"), QStringLiteral("xlsx")},
                                              {QStringLiteral("JSON"), QStringLiteral("json")}});
    m_split = addCombo("savedReportSplit", {});
    m_fileName = new QLineEdit(this);
    m_fileName->setObjectName(QStringLiteral("savedReportFileName"));
    m_pseudonyms = new QCheckBox(tr("Replace people's names"), this);
    m_pseudonyms->setObjectName(QStringLiteral("savedReportPseudonyms"));
    m_pseudonyms->setChecked(pseudonyms);
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("savedReportProblem"));
    m_problem->setProperty("role", QStringLiteral("bad"));
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(12);
    auto* form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Report"), m_report);
    form->addRow(tr("Days"), m_period);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Files"), m_split);
    form->addRow(tr("File name"), m_fileName);
    form->addRow(QString(), m_pseudonyms);
    rows->addLayout(form);
    rows->addWidget(m_problem);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_report, &QComboBox::currentIndexChanged, this, [this] { followReport(); });
    followReport();
}

QComboBox* SaveReport::addCombo(const char* name, const std::vector<std::pair<QString, QString>>& titlesAndValues) {
    auto* combo = new QComboBox(this);
    combo->setObjectName(QLatin1String(name));
    for (const auto& [title, value] : titlesAndValues) combo->addItem(title, value);
    return combo;
}

void SaveReport::followReport() {
    const ReportDefinition* definition = findReport(chosen().request.report);
    const bool isList = definition->isList();
    m_period->setEnabled(!isList);
    m_period->setItemText(m_period->count() - 1, formatRange(chosen().request.range));
    m_split->clear();
    m_split->addItem(tr("One file"), QString());
    for (const auto& [dimension, title] :
         {std::pair{Dimension::Workspace, tr("One for each workspace, and an index")},
          std::pair{Dimension::Team, tr("One for each team, and an index")},
          std::pair{Dimension::CostCentre, tr("One for each cost centre, and an index")},
          std::pair{Dimension::ApiKey, tr("One for each API key, and an index")}}) {
        const auto& known = definition->dimensions;
        if (std::find(known.begin(), known.end(), dimension) == known.end()) continue;
        m_split->addItem(title, dimensionName(dimension));
    }
    m_fileName->setPlaceholderText(defaultFileName(isList, false));
}

SavedReport SaveReport::made() const {
    const bool isList = findReport(chosen().request.report)->isList();
    SavedReport report = savedReportOf(chosen().request, m_name->text().trimmed(),
                                       isList ? QString() : m_period->currentData().toString());
    report.format = m_format->currentData().toString();
    report.fileName = m_fileName->text().trimmed();
    report.pseudonyms = m_pseudonyms->isChecked();
    report.splitBy = dimensionFromName(m_split->currentData().toString());
    return report;
}

void SaveReport::accept() {
    const SavedReport report = made();
    const auto checked = checkSavedReport(report);
    m_problem->setVisible(!checked);
    if (!checked) {
        m_problem->setText(checked.error().message);
        return;
    }
    m_save(report);
    QDialog::accept();
}

}  // namespace

void showSaveReport(QWidget* parent, const std::vector<NamedReport>& reports, bool pseudonyms,
                    std::function<void(const SavedReport&)> save) {
    (new SaveReport(parent, reports, pseudonyms, std::move(save)))->open();
}

}  // namespace tokenledger
