#include "ui/dialogs/trackingoptions.h"

#include "ui/widgets/button.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QTableWidget>

namespace tokenledger {

TrackingOptions::TrackingOptions(const Look& look, QWidget* parent) : QWidget(parent), m_look(look) {
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    addMenu(
        tr("Kind of file"), "trackingPreset", {tr("Own format"), tr("LiteLLM spend log"), tr("ccusage daily --json")},
        [this] { return static_cast<int>(m_format.preset); },
        [this](int index) {
            m_format = {};
            m_found.clear();
            m_format.preset = static_cast<TrackingPreset>(index);
        });
    addMenu(
        tr("Dates"), "trackingDates",
        {tr("Recognized"), tr("2026-11-20"), tr("Day first: 20/11/2026"), tr("Month first: 11/20/2026")},
        [this] { return static_cast<int>(m_format.dates); },
        [this](int index) { m_format.dates = static_cast<DateForm>(index); });
    addMenu(
        tr("Encoding"), "trackingEncoding",
        {tr("Recognized"), QStringLiteral("UTF-8"), QStringLiteral("UTF-16 LE"), QStringLiteral("UTF-16 BE"),
         QStringLiteral("Windows-1252"), QStringLiteral("Latin-1")},
        [this] { return static_cast<int>(m_format.encoding); },
        [this](int index) { m_format.encoding = static_cast<TextEncoding>(index); });
    static constexpr std::array<char, 5> Separators = {'\0', ',', ';', '\t', '|'};
    addMenu(
        tr("Separator"), "trackingSeparator",
        {tr("Recognized"), tr("Comma"), tr("Semicolon"), tr("Tab"), tr("Vertical bar")},
        [this] {
            return static_cast<int>(std::find(Separators.begin(), Separators.end(), m_format.separator) -
                                    Separators.begin());
        },
        [this](int index) { m_format.separator = Separators[static_cast<std::size_t>(index)]; });
    addMenu(
        tr("prompt_tokens of LiteLLM"), "trackingPrompt",
        {tr("All input"), tr("Uncached and read from the cache"), tr("Uncached only")},
        [this] { return static_cast<int>(m_format.prompt); },
        [this](int index) { m_format.prompt = static_cast<PromptMeaning>(index); });
    addCheck(tr("Decimal commas (1.234,50)"), "trackingDecimalComma", &TrackingFormat::decimalComma);
    addCheck(tr("Several rows of a day and model are parts of it"), "trackingAddUp", &TrackingFormat::addUp);
    addTable();
    show();
}

void TrackingOptions::addMenu(const QString& label, const char* name, const QStringList& texts,
                              std::function<int()> current, std::function<void(int)> choose) {
    auto* button = new Button(m_look, Button::Kind::Normal, {}, this);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(label);
    button->setMenuMaker([this, texts, current, choose = std::move(choose)](QMenu& menu) {
        for (int i = 0; i < texts.size(); ++i) {
            QAction* action = menu.addAction(texts[i]);
            action->setCheckable(true);
            action->setChecked(i == current());
            connect(action, &QAction::triggered, this, [this, i, choose] {
                choose(i);
                show();
                emit changed();
            });
        }
    });
    const int row = m_grid->rowCount();
    m_grid->addWidget(new QLabel(label, this), row, 0);
    m_grid->addWidget(button, row, 1, Qt::AlignLeft);
    m_menus.push_back({button, texts, std::move(current)});
}

QCheckBox* TrackingOptions::addCheck(const QString& text, const char* name, bool TrackingFormat::*value) {
    auto* box = new QCheckBox(text, this);
    box->setObjectName(QLatin1String(name));
    m_grid->addWidget(box, m_grid->rowCount(), 0, 1, 2);
    connect(box, &QCheckBox::clicked, this, [this, value](bool on) {
        m_format.*value = on;
        emit changed();
    });
    m_checks.emplace_back(box, value);
    return box;
}

void TrackingOptions::addTable() {
    m_columns = new QTableWidget(static_cast<int>(TrackingFieldCount), 2, this);
    m_columns->setObjectName(QStringLiteral("trackingColumns"));
    m_columns->setAccessibleName(tr("Fields and the columns that hold them"));
    m_columns->setHorizontalHeaderLabels({tr("Field"), tr("Column in the file")});
    m_columns->verticalHeader()->hide();
    m_columns->verticalHeader()->setDefaultSectionSize(26);
    m_columns->horizontalHeader()->setStretchLastSection(true);
    m_columns->setColumnWidth(0, 150);
    m_columns->setSelectionMode(QAbstractItemView::SingleSelection);
    m_columns->setTabKeyNavigation(false);
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        auto* name = new QTableWidgetItem(trackingFieldName(static_cast<TrackingField>(row)));
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_columns->setItem(row, 0, name);
        m_columns->setItem(row, 1, new QTableWidgetItem);
    }
    m_grid->addWidget(m_columns, m_grid->rowCount(), 0, 1, 2);
    m_grid->setRowStretch(m_grid->rowCount() - 1, 1);
    connect(m_columns, &QTableWidget::cellChanged, this, [this](int row, int column) {
        if (column == 1) takeColumn(row);
    });
}

void TrackingOptions::takeColumn(int row) {
    const auto field = static_cast<TrackingField>(row);
    const QString column = m_columns->item(row, 1)->text().trimmed();
    if (column.isEmpty()) {
        m_format.columns.erase(field);
    } else {
        m_format.columns[field] = column;
    }
    emit changed();
}

void TrackingOptions::setFormat(const TrackingFormat& format) {
    m_format = format;
    show();
}

void TrackingOptions::setFound(const std::vector<TrackingPreview::Column>& columns) {
    m_found = columns;
    show();
}

void TrackingOptions::show() {
    for (const Menu& menu : m_menus) menu.button->setText(menu.texts.value(menu.current()));
    for (const auto& [box, value] : m_checks) box->setChecked(m_format.*value);
    const QSignalBlocker quiet(m_columns);
    for (int row = 0; row < m_columns->rowCount(); ++row) {
        const auto field = static_cast<TrackingField>(row);
        const auto own = m_format.columns.find(field);
        QString text = own != m_format.columns.end() ? own->second : QString();
        for (const TrackingPreview::Column& column : m_found) {
            if (text.isEmpty() && column.field == field) text = column.name;
        }
        m_columns->item(row, 1)->setText(text);
    }
}

}  // namespace tokenledger
