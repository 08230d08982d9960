#include "ui/pages/synclogcard.h"

#include "charts/format.h"
#include "ui/models/requesttexts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/synclogtable.h"

#include <QMenu>
#include <QVBoxLayout>

namespace tokenledger {

SyncLogCard::SyncLogCard(const Look& look, QWidget* parent)
    : Card(look, tr("Sync log"), QStringLiteral("syncLogCard"), parent) {
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_table = new SyncLogTable(look, QStringLiteral("syncLogTable"), body);
    m_table->setAccessibleName(tr("Sync log"));
    column->addWidget(m_table, 1);
    column->addWidget(makeRule(Qt::Horizontal, body));
    m_answer = new Notice(look, body, QStringLiteral("answerDetail"));
    column->addWidget(m_answer);
    setContent(body);
    m_failedOnly = new Button(look, Button::Kind::Ghost, tr("Failed only"), this);
    m_failedOnly->setObjectName(QStringLiteral("failedOnly"));
    m_failedOnly->setDense(true);
    setHeaderWidget(m_failedOnly);
    setMenuMaker([this](QMenu& menu) {
        connect(menu.addAction(tr("Export CSV, XLSX or JSON...")), &QAction::triggered, this,
                &SyncLogCard::exportRequested);
    });
    connect(m_table, &TableView::contextMenuWanted, this, [this](QMenu& menu) {
        connect(menu.addAction(tr("Export CSV, XLSX or JSON...")), &QAction::triggered, this,
                &SyncLogCard::exportRequested);
    });
    connect(m_failedOnly, &QPushButton::clicked, this, [this] {
        m_order.failedOnly = !m_order.failedOnly;
        updateOrder();
    });
    connect(&m_table->logModel(), &SyncLogModel::orderWanted, this, [this](LogColumn by, bool descending) {
        m_order.by = by;
        m_order.descending = descending;
        updateOrder();
    });
    connect(m_table, &SyncLogTable::selectedEntryChanged, this, &SyncLogCard::showAnswer);
    showAnswer();
}

void SyncLogCard::updateOrder() {
    m_failedOnly->setText(m_order.failedOnly ? tr("All requests") : tr("Failed only"));
    emit orderWanted(m_order);
}

void SyncLogCard::setLog(const std::shared_ptr<const SyncLog>& log) {
    if (!log && m_order.failedOnly) {
        m_order.failedOnly = false;
        updateOrder();
    }
    m_table->logModel().setLog(log);
    QStringList parts;
    if (log) {
        const auto count = static_cast<std::int64_t>(log->entries->size());
        parts.append(count == 1 ? tr("1 request") : tr("%1 requests").arg(formatCount(count)));
        if (log->failures > 0) parts.append(tr("%1 failed").arg(formatCount(log->failures)));
        if (log->retries > 0) {
            parts.append(log->retries == 1 ? tr("1 retry") : tr("%1 retries").arg(formatCount(log->retries)));
        }
    }
    setTitle(tr("Sync log"), parts.join(QStringLiteral(" · ")));
    m_failedOnly->setVisible(log && log->failures > 0);
    showAnswer();
}

void SyncLogCard::showAnswer() {
    Notice::Content content{Notice::Kind::Plain, QStringLiteral("info"), {}, {}, {}, {}};
    const std::shared_ptr<const SyncLog>& log = m_table->logModel().log();
    if (!log || log->entries->empty()) {
        content.reason = tr("Nothing has been asked for yet.");
    } else if (const RequestLogEntry* entry = m_table->selectedEntry()) {
        const bool failed = isFailure(*entry);
        if (failed) content.kind = Notice::Kind::PlainBad;
        content.icon = failed ? QStringLiteral("error") : QStringLiteral("check");
        content.reason = answerInWords(*entry);
    } else {
        content.reason = tr("Select a row to see its answer in plain words.");
    }
    m_answer->setContent(content);
}

}  // namespace tokenledger
