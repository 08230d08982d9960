#include "ui/dialogs/trackingimport.h"

#include "app/core/async.h"
#include "app/finance/kinds.h"
#include "app/finance/trackingtexts.h"
#include "app/reports/trackingcomparison.h"
#include "storage/cachewriter.h"
#include "ui/dialogs/trackingoptions.h"
#include "ui/errortexts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"

#include <QCoreApplication>
#include <QDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTextBrowser>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <atomic>

namespace tokenledger {

namespace {

using ReadFile = std::shared_ptr<const TrackingFileOnDisk>;
constexpr int ReadAfterMs = 250;  // when nothing is changed for so long

/// What the cache knows of a source and of these days.
struct Known {
    QStringList models;
    std::int64_t replaced = 0;
};

Result<Known> lookUp(const CacheReader& cache, const QString& source, const DateRange& days) {
    Known known;
    const auto models = cache.valuesOf(Dimension::Model);
    if (!models) return failure(models.error());
    for (const TermId model : *models) known.models << cache.text(model);
    const auto rows = cache.tracking(source, days);
    if (!rows) return failure(rows.error());
    known.replaced = static_cast<std::int64_t>(rows->size());
    return known;
}

class TrackingImportDialog final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(tokenledger::TrackingImportDialog)
public:
    TrackingImportDialog(QWidget* parent, const Look& look, Dialogs& dialogs, SessionController& controller);
    ~TrackingImportDialog() override { stop(); }

private:
    QHBoxLayout* makeFileRow();
    QHBoxLayout* makeSourceRow();
    QHBoxLayout* makeButtons();
    void askForFile();
    void useRemembered();
    void stop();
    void readLater();
    void read();
    void showFile();
    void showKnown(const Known& known);
    void showPreview(const QString& more);
    void showError(const Error& error);
    void import();
    void updateButton();

    const Look& m_look;
    Dialogs& m_dialogs;
    SessionController& m_controller;
    QLineEdit* m_path;
    QLineEdit* m_source;
    TrackingOptions* m_options;
    QTextBrowser* m_preview;
    Notice* m_notice;
    Button* m_import;
    QTimer m_wait;
    ReadFile m_file;
    std::shared_ptr<std::atomic<bool>> m_stopped;  // of the reading under way
    int m_generation = 0;
    bool m_isImporting = false;
};

TrackingImportDialog::TrackingImportDialog(QWidget* parent, const Look& look, Dialogs& dialogs,
                                           SessionController& controller)
    : QDialog(parent), m_look(look), m_dialogs(dialogs), m_controller(controller) {
    setObjectName(QStringLiteral("trackingImportDialog"));
    setWindowTitle(tr("Import internal tracking"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(960, 640);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 16, 16, 16);
    rows->setSpacing(10);
    rows->addLayout(makeFileRow());
    rows->addLayout(makeSourceRow());
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(m_options = new TrackingOptions(look, this), 2);
    m_preview = new QTextBrowser(this);
    m_preview->setObjectName(QStringLiteral("trackingPreview"));
    m_preview->setAccessibleName(tr("What was understood"));
    m_preview->setOpenLinks(false);
    columns->addWidget(m_preview, 3);
    rows->addLayout(columns, 1);
    rows->addWidget(m_notice = new Notice(look, this, QStringLiteral("trackingNotice")));
    rows->addLayout(makeButtons());
    m_wait.setSingleShot(true);
    m_wait.setInterval(ReadAfterMs);
    connect(&m_wait, &QTimer::timeout, this, [this] { read(); });
    connect(m_options, &TrackingOptions::changed, this, [this] { readLater(); });
    connect(&controller, &SessionController::closed, this, [this] { close(); });
    showPreview({});
    m_notice->setContent({});
    updateButton();
}

QHBoxLayout* TrackingImportDialog::makeFileRow() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* label = new QLabel(tr("File"), this);
    label->setMinimumWidth(80);
    m_path = new QLineEdit(this);
    m_path->setObjectName(QStringLiteral("trackingPath"));
    m_path->setPlaceholderText(tr("CSV, JSON lines, or ccusage's JSON"));
    label->setBuddy(m_path);
    auto* choose = new Button(m_look, Button::Kind::Normal, tr("Choose..."), this);
    choose->setObjectName(QStringLiteral("trackingChoose"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, [this] { askForFile(); });
    connect(m_path, &QLineEdit::textEdited, this, [this] { readLater(); });
    row->addWidget(label);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    return row;
}

QHBoxLayout* TrackingImportDialog::makeSourceRow() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* label = new QLabel(tr("Source"), this);
    label->setMinimumWidth(80);
    m_source = new QLineEdit(this);
    m_source->setObjectName(QStringLiteral("trackingSourceName"));
    m_source->setPlaceholderText(tr("What you call this tracking, as in LiteLLM"));
    label->setBuddy(m_source);
    connect(m_source, &QLineEdit::textEdited, this, [this] { updateButton(); });
    connect(m_source, &QLineEdit::editingFinished, this, [this] { useRemembered(); });
    row->addWidget(label);
    row->addWidget(m_source, 1);
    return row;
}

QHBoxLayout* TrackingImportDialog::makeButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    auto* close = new Button(m_look, Button::Kind::Normal, tr("Close"), this);
    close->setObjectName(QStringLiteral("trackingClose"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    m_import = new Button(m_look, Button::Kind::Primary, tr("Import"), this);
    m_import->setObjectName(QStringLiteral("trackingDoImport"));
    m_import->setAutoDefault(false);
    connect(m_import, &QPushButton::clicked, this, [this] { import(); });
    row->addWidget(close);
    row->addWidget(m_import);
    return row;
}

void TrackingImportDialog::askForFile() {
    m_dialogs.openFile(
        this,
        {tr("Import internal tracking"),
         tr("Tables and logs (*.csv *.tsv *.txt *.json *.jsonl *.ndjson);;All files (*)"), m_path->text()},
        [this](const QString& path) {
            if (path.isEmpty()) return;
            m_path->setText(path);
            read();
        });
}

/// A source that was read before is read the same way.
void TrackingImportDialog::useRemembered() {
    const QString source = m_source->text().trimmed();
    if (source.isEmpty() || m_controller.session() == nullptr) return;
    const auto found =
        m_controller.session()->ask([source](const CacheReader& cache) { return rememberedFormat(cache, source); });
    whenDone(found, this, [this, source](const Result<std::optional<TrackingFormat>>& format) {
        if (!format || !*format || source != m_source->text().trimmed()) return;
        if (!(m_options->format() == TrackingFormat{}) || m_options->format() == **format) return;
        m_options->setFormat(**format);
        readLater();
    });
    if (m_file) showFile();  // what would be replaced depends on the source
}

void TrackingImportDialog::stop() {
    if (m_stopped) m_stopped->store(true);
    m_stopped.reset();
    ++m_generation;
}

void TrackingImportDialog::readLater() {
    stop();
    m_file.reset();
    updateButton();
    m_wait.start();
}

void TrackingImportDialog::read() {
    stop();
    m_wait.stop();
    m_file.reset();
    updateButton();
    const QString path = m_path->text().trimmed();
    if (path.isEmpty()) return;
    m_notice->setContent({Notice::Kind::Info, QStringLiteral("clock"), tr("Reading..."), {}, {}, {}});
    m_stopped = std::make_shared<std::atomic<bool>>(false);
    const auto reading =
        QtConcurrent::run([path, format = m_options->format(), stopped = m_stopped]() -> Result<ReadFile> {
            auto file = readTrackingPath(path, format, [stopped](qint64) { return !stopped->load(); });
            if (!file) return failure(file.error());
            return std::make_shared<const TrackingFileOnDisk>(*std::move(file));
        });
    whenDone(reading, this, [this, generation = m_generation](const Result<ReadFile>& file) {
        if (generation != m_generation) return;
        if (!file) return showError(file.error());
        m_file = *file;
        m_notice->setContent({});
        m_options->setFound(m_file->content.preview.columns);
        showFile();
        updateButton();
    });
}

void TrackingImportDialog::showFile() {
    showPreview({});
    if (m_controller.session() == nullptr) return;
    const QString source = m_source->text().trimmed();
    const auto asked =
        m_controller.session()->ask([source, days = *m_file->content.preview.days](const CacheReader& cache) {
            return lookUp(cache, source, days);
        });
    whenDone(asked, this, [this, file = m_file](const Result<Known>& known) {
        if (known && file == m_file) showKnown(*known);
    });
}

void TrackingImportDialog::showKnown(const Known& known) {
    QString more;
    const auto line = [&more](const QString& label, const QString& text) {
        more += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(label.toHtmlEscaped(), text.toHtmlEscaped());
    };
    const QStringList unknown = unknownModels(m_file->content.preview.models, known.models);
    if (!unknown.isEmpty()) {
        line(tr("Unknown"),
             tr("not in Anthropic's usage: %1").arg(QStringList(unknown.mid(0, 20)).join(QStringLiteral(", "))));
    }
    if (known.replaced > 0) line(tr("Replaces"), tr("rows of this source in the same days: %1").arg(known.replaced));
    showPreview(more);
}

void TrackingImportDialog::showPreview(const QString& more) {
    if (!m_file) {
        m_preview->setHtml(
            QStringLiteral("<p>%1</p>")
                .arg(tr("What is understood of the file is shown here before anything is stored.").toHtmlEscaped()));
        return;
    }
    QString html = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"3\">");
    const std::vector<PreviewLine> lines = previewLines(m_file->content);
    for (const PreviewLine& each : lines) {
        html += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(each.label.toHtmlEscaped(), each.text.toHtmlEscaped());
    }
    m_preview->setHtml(html + more + QStringLiteral("</table>"));
}

void TrackingImportDialog::showError(const Error& error) {
    if (error.kind == ErrorKind::Cancelled) return;
    showPreview({});
    m_notice->setContent({Notice::Kind::Bad, QStringLiteral("error"), tr("Not imported."), errorText(error), {}, {}});
}

void TrackingImportDialog::import() {
    if (!m_file || m_isImporting || m_controller.session() == nullptr) return;
    m_isImporting = true;
    updateButton();
    TrackingImport import;
    import.source = m_source->text().trimmed();
    import.fileName = m_file->name;
    import.sha256 = m_file->sha256;
    import.days = *m_file->content.preview.days;
    import.fileRows = m_file->content.preview.rows;
    const DefinitionChange mapping{definitionkind::TrackingMapping, import.source, toJson(m_options->format())};
    const auto done = m_controller.session()->change(
        [file = m_file, import, mapping](CacheWriter& writer, const Author& author) -> Result<void> {
            TrackingImport signedImport = import;
            signedImport.author = author;
            if (auto stored = writer.storeTracking(signedImport, file->content.records); !stored) return stored;
            return writer.storeDefinitions({mapping}, author);
        });
    whenDone(done, this, [this](const Result<void>& stored) {
        m_isImporting = false;
        updateButton();
        if (!stored) return showError(stored.error());
        close();
    });
}

void TrackingImportDialog::updateButton() {
    m_import->setEnabled(m_file != nullptr && !m_isImporting && !m_source->text().trimmed().isEmpty());
}

}  // namespace

void showTrackingImport(QWidget* parent, const Look& look, Dialogs& dialogs, SessionController& controller) {
    if (controller.session() == nullptr) return;
    auto* open = parent->findChild<QDialog*>(QStringLiteral("trackingImportDialog"));
    if (open == nullptr) open = new TrackingImportDialog(parent, look, dialogs, controller);
    open->show();
    open->raise();
    open->activateWindow();
}

}  // namespace tokenledger
