#include "ui/pages/trackingcard.h"

#include "charts/format.h"
#include "ui/errortexts.h"
#include "ui/pages/trackingtable.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/statepage.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tokenledger {

TrackingCard::TrackingCard(const Look& look, SessionController& controller, QWidget* parent)
    : Card(look, tr("Internal tracking against Anthropic"), QStringLiteral("trackingCard"), parent),
      m_look(look),
      m_tracking(new TrackingController(controller, this)) {
    setContent(makeBody());
    setHeaderWidget(makeHeader());
    setMinimumHeight(280);
    connect(m_tracking, &PictureSource::ready, this, &TrackingCard::showPicture);
    connect(m_tracking, &PictureSource::failed, this, &TrackingCard::showError);
    connect(m_tracking, &PictureSource::outdated, this, [this] { m_table->setEnabled(false); });
    connect(m_table, &DataTable::whyWanted, this, &TrackingCard::explain);
    connect(m_table, &DataTable::selectionSummed, this, &TrackingCard::selectionSummed);
    connect(m_state, &StatePage::actionClicked, this, &TrackingCard::importWanted);
}

QWidget* TrackingCard::makeBody() {
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_table = new DataTable(m_look, QStringLiteral("trackingTable"), body));
    m_table->setAccessibleName(tr("Internal tracking against Anthropic"));
    m_stack->addWidget(m_state = new StatePage(m_look, body));
    m_state->setObjectName(QStringLiteral("trackingState"));
    column->addLayout(m_stack, 1);
    column->addWidget(makeRule(Qt::Horizontal, body));
    column->addWidget(m_note = new Notice(m_look, body, QStringLiteral("trackingNote")));
    return body;
}

QWidget* TrackingCard::makeHeader() {
    auto* header = new QWidget(this);
    auto* line = new QHBoxLayout(header);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    m_source = new Button(m_look, Button::Kind::Normal, {}, header);
    m_source->setObjectName(QStringLiteral("trackingSource"));
    m_source->setDense(true);
    m_source->setLead(tr("Source"));
    m_source->hide();
    m_source->setMenuMaker([this](QMenu& menu) {
        for (const QString& source : m_tracking->picture()->sources) {
            QAction* action = menu.addAction(QString(shownText(source)).replace(u'&', QStringLiteral("&&")));
            action->setCheckable(true);
            action->setChecked(source == m_tracking->picture()->comparison->source);
            connect(action, &QAction::triggered, this, [this, source] {
                m_tracking->setSource(source);
                emit picked();
            });
        }
    });
    auto* import = new Button(m_look, Button::Kind::Normal, tr("Import..."), header);
    import->setObjectName(QStringLiteral("trackingImport"));
    import->setDense(true);
    connect(import, &QPushButton::clicked, this, &TrackingCard::importWanted);
    line->addWidget(m_source);
    line->addWidget(import);
    return header;
}

void TrackingCard::showPicture() {
    const TrackingPicture& picture = *m_tracking->picture();
    m_table->setEnabled(true);
    m_source->setVisible(picture.comparison.has_value());
    if (!picture.comparison) {
        setTitle(tr("Internal tracking against Anthropic"), {});
        m_state->setContent(
            {QStringLiteral("table"),
             false,
             tr("No internal tracking yet"),
             tr("Import what you counted yourself - a CSV, a LiteLLM spend log, ccusage's JSON - and it is "
                "laid beside what Anthropic reports, day by day."),
             tr("Import..."),
             {},
             {}});
        m_stack->setCurrentWidget(m_state);
        m_note->setContent({});
        return;
    }
    const TrackingComparison& comparison = *picture.comparison;
    m_source->setText(shownText(comparison.source));
    m_source->setAccessibleName(tr("Source: %1").arg(comparison.source));
    setTitle(tr("Internal tracking against Anthropic"),
             formatRangeShort(picture.range) + QStringLiteral(" · ") + trackingSummary(picture));
    m_table->setTable(trackingTable(picture), {});
    m_stack->setCurrentWidget(m_table);
    Notice::Content note{Notice::Kind::Plain, QStringLiteral("info"), {}, {}, {}, {}};
    note.reason = comparison.notes().join(u' ');
    m_note->setContent(note);
}

void TrackingCard::showError(const Error& error) {
    m_source->hide();
    m_state->setContent({QStringLiteral("error"),
                         true,
                         tr("This could not be compared"),
                         error.message,
                         tr("Import..."),
                         {},
                         error.detail});
    m_stack->setCurrentWidget(m_state);
    m_note->setContent({});
}

void TrackingCard::explain(const QModelIndex& cell) {
    if (!cell.isValid() || !m_tracking->picture() || !m_tracking->picture()->comparison) return;
    const TrackingPicture& picture = *m_tracking->picture();
    const QString key = m_table->tableModel().row(cell.row()).key;
    for (const TrackingMatchRow& row : picture.comparison->match.rows) {
        if (picture.comparison->models.at(row.model) + u'|' + trackedKindName(*row.kind) != key) continue;
        return showExplanation(whyTracking(picture, row), m_table->viewport(), m_table->visualRect(cell));
    }
}

}  // namespace tokenledger
