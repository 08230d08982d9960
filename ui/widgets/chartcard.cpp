#include "ui/widgets/chartcard.h"

#include "charts/chartwidget.h"
#include "ui/widgets/datatable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
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
    : Card(look, title, name, parent), m_chart(chart) {
    table->setAccessibleName(tr("%1, as a table").arg(title));
    setContent(padded(chart, this), table);
    setMenuMaker([this](QMenu& menu) { fillMenu(menu); });
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
    connect(menu.addAction(tr("Export CSV...")), &QAction::triggered, this, &ChartCard::exportRequested);
}

QImage ChartCard::picture() const { return m_chart->renderToImage(PictureSize, PictureScale); }

void ChartCard::fillMenu(QMenu& menu) {
    const bool table = showsAlternative();
    QAction* flip = menu.addAction(table ? tr("Show as chart") : tr("Show as table"));
    flip->setObjectName(QStringLiteral("flip"));
    connect(flip, &QAction::triggered, this, [this, table] { showAlternative(!table); });
    menu.addSeparator();
    addExport(menu);
    connect(menu.addAction(tr("Save PNG...")), &QAction::triggered, this,
            [this] { emit savePictureRequested(picture(), accessibleName()); });
    connect(menu.addAction(tr("Copy picture")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setImage(picture()); });
}

}  // namespace tokenledger
