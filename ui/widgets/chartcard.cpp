#include "ui/widgets/chartcard.h"

#include "charts/chartwidget.h"
#include "ui/widgets/datatable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

constexpr QSize PictureSize(960, 400);
constexpr qreal PictureScale = 2;

/// Charts keep 16 px from the card's sides; one of them is its border's.
QWidget* padded(QWidget* chart, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(15, 0, 15, 0);
    layout->addWidget(chart);
    return box;
}

}  // namespace

ChartCard::ChartCard(const Look& look, const QString& title, const QString& name, ChartWidget* chart, DataTable* table,
                     QWidget* parent)
    : Card(look, title, name, parent), m_chart(chart), m_table(table) {
    table->setAccessibleName(tr("%1, as a table").arg(title));
    setContent(padded(chart, this), table);
    setMenuMaker([this](QMenu& menu) { fillMenu(menu); });
    connect(chart, &ChartWidget::menuWanted, this, &ChartCard::showMarkMenu);
    connect(chart, &ChartWidget::layoutChanged, this, &ChartCard::followChart);
    connect(table, &DataTable::selectionSummed, this, &ChartCard::selectionSummed);
    connect(table, &TableView::contextMenuWanted, this, &ChartCard::addExport);
    connect(this, &Card::alternativeShown, table, &QTableView::clearSelection);
    const auto applyTheme = [chart, &look] { chart->setTheme(look.theme()); };
    connect(&look, &Look::changed, chart, applyTheme);
    applyTheme();
}

void ChartCard::setOutdated(const QString& since) {
    Card::setOutdated(since);
    m_chart->setDimmed(!since.isEmpty());
}

void ChartCard::followChart() { setKey(m_chart->keyEntries()); }

void ChartCard::addExport(QMenu& menu) {
    connect(menu.addAction(tr("Export CSV, XLSX or JSON...")), &QAction::triggered, this, &ChartCard::exportRequested);
}

QImage ChartCard::picture() const { return m_chart->renderToImage(PictureSize, PictureScale); }

/// Both ways: a document takes the drawing, everything else the picture.
void ChartCard::copyPicture() const {
    auto* both = new QMimeData;
    both->setImageData(picture());
    both->setData(QStringLiteral("image/svg+xml"), m_chart->renderToSvg(PictureSize));
    QGuiApplication::clipboard()->setMimeData(both);
}

void ChartCard::showRows(const std::vector<std::size_t>& tableRows) {
    showAlternative(true);
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->selectRows(tableRows);
}

void ChartCard::addMark(QMenu& menu, int mark) {
    const auto add = [&](const QString& text, const char* name, auto slot) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, m_chart, slot);
    };
    if (m_chart->explainsMarks())
        add(tr("Why this number?"), "why", [chart = m_chart, mark] { emit chart->whyWanted(mark); });
    if (const QString value = m_chart->markValue(mark); !value.isEmpty())
        add(tr("Copy value"), "copyValue", [value] { QGuiApplication::clipboard()->setText(value); });
    if (!m_activation.isEmpty() && m_chart->canActivate(mark)) {
        add(m_activation.arg(m_chart->markTitle(mark)), "activate",
            [chart = m_chart, mark] { chart->activateMark(mark); });
    }
    if (!menu.isEmpty()) menu.addSeparator();
}

void ChartCard::showMarkMenu(int mark, const QPoint& place) {
    auto* menu = new QMenu(m_chart);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(mark >= 0 ? m_chart->markTitle(mark) : accessibleName());
    if (mark >= 0) addMark(*menu, mark);
    fillMenu(*menu);
    menu->popup(place);
}

void ChartCard::fillMenu(QMenu& menu) {
    const bool table = showsAlternative();
    const auto add = [&](const QString& text, const char* name, auto slot) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, slot);
    };
    add(table ? tr("Show as chart") : tr("Show as table"), "flip", [this, table] { showAlternative(!table); });
    if (table) {
        add(tr("Find..."), "find", [this] { emit m_table->findWanted(); });
        m_table->fillColumnsMenu(*menu.addMenu(tr("Columns")));
    }
    menu.addSeparator();
    addExport(menu);
    add(tr("Save PNG..."), "savePng", [this] { emit savePictureRequested(picture(), accessibleName()); });
    add(tr("Save SVG..."), "saveSvg",
        [this] { emit saveDrawingRequested(m_chart->renderToSvg(PictureSize), accessibleName()); });
    add(tr("Copy picture"), "copyPicture", [this] { copyPicture(); });
}

}  // namespace tokenledger
