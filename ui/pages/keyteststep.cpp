#include "ui/pages/keyteststep.h"

#include "app/core/texts.h"
#include "ui/errortexts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"

#include <QAction>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

// Short names, because lupdate takes the class of a qualified return type for that of the function.
using CheckLine = CheckList::Line;

using Mark = CheckList::Mark;

Mark markOf(KeyCheckReport::Step step) {
    switch (step) {
        case KeyCheckReport::Step::NotAsked:
            return Mark::NotAsked;
        case KeyCheckReport::Step::Asking:
            return Mark::Asking;
        case KeyCheckReport::Step::Good:
            return Mark::Good;
        case KeyCheckReport::Step::Bad:
            break;
    }
    return Mark::Bad;
}

QString refusal(const Error& error) {
    if (error.httpStatus > 0) return tr("refused by the server (%1)").arg(error.httpStatus);
    return errorText(error);
}

CheckLine reachedLine(const KeyCheckReport& report) {
    CheckList::Line line{markOf(report.reached), tr("Reached %1").arg(report.host), tr("not tested")};
    if (report.host.isEmpty()) line.text = tr("Reached the server");
    if (report.reachedIn) line.result = tr("in %1 ms").arg(report.reachedIn->count());
    if (line.mark == Mark::Asking) line.result = tr("asking...");
    if (line.mark == Mark::Bad) line.result = report.error ? errorText(*report.error) : tr("no answer");
    return line;
}

CheckLine formLine(const KeyCheckReport& report) {
    CheckList::Line line{Mark::NotAsked, tr("Key has a known form"), tr("not tested")};
    if (report.reached == KeyCheckReport::Step::NotAsked) return line;
    switch (report.keyKind) {
        case KeyKind::Admin:
            return {Mark::Good, line.text, tr("Admin key")};
        case KeyKind::EnterpriseAnalytics:
            return {Mark::Warning, line.text, tr("Claude Enterprise key, not an Admin key")};
        case KeyKind::Ordinary:
            return {Mark::Warning, line.text, tr("ordinary API key, not an Admin key")};
        case KeyKind::Unknown:
            break;
    }
    return {Mark::Warning, line.text, tr("unknown; the server decides")};
}

template <typename T>
QString stepResult(KeyCheckReport::Step step, const std::optional<Result<T>>& result, const QString& good) {
    if (step == KeyCheckReport::Step::Asking) return tr("asking...");
    if (!result) return tr("not tested");
    return *result ? good : refusal(result->error());
}

}  // namespace

QList<CheckList::Line> keyCheckLines(const KeyCheckReport& report) {
    const QString name = report.organization && *report.organization ? (*report.organization)->name : QString();
    return {reachedLine(report),
            formLine(report),
            {markOf(report.identified), tr("May read the organization"),
             stepResult(report.identified, report.organization, name)},
            {markOf(report.permitted), tr("May read usage and cost"),
             stepResult(report.permitted, report.mayReadReports, tr("yes"))}};
}

QString requestToAdmin() {
    return tr("Hello, I would like to see what our organization spends on the Claude API with Tokenledger, which only "
              "reads usage and cost. Could you create an Admin API key for me in the Claude Console (Settings, Admin "
              "keys) and send it to me in a safe way? It begins with sk-ant-admin01-. Only members with the role Admin "
              "can create one: %1")
        .arg(QLatin1String(AdminKeysAddress));
}

KeyTestStep::KeyTestStep(const Look& look, Services& services, QWidget* parent)
    : QWidget(parent), m_services(services) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* label = new QLabel(tr("Admin key"), this);
    label->setFont(Look::font(TextStyle::SmallStrong));
    column->addWidget(label);
    column->addSpacing(6);
    column->addWidget(buildField(look));
    label->setBuddy(m_field);
    column->addSpacing(16);
    column->addWidget(buildDiagnosis(look));
    column->addSpacing(20);
    column->addWidget(m_checks = new CheckList(look, 4, this));
    column->addSpacing(10);
    m_technicalToggle =
        new Button(look, Button::Kind::Ghost, tr("Technical details (request id, answer of the server)"), this);
    m_technicalToggle->setDense(true);
    m_technicalToggle->setIconName(QStringLiteral("chevron-down"));
    m_technicalToggle->setObjectName(QStringLiteral("technicalToggle"));
    column->addWidget(m_technicalToggle);
    m_technical = new QLabel(this);
    m_technical->setObjectName(QStringLiteral("technicalDetails"));
    m_technical->setTextFormat(Qt::PlainText);
    m_technical->setWordWrap(true);
    m_technical->setFont(Look::font(TextStyle::Mono));
    m_technical->setProperty("role", QStringLiteral("muted"));
    m_technical->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_technical);
    column->addStretch(1);
    connect(m_technicalToggle, &QPushButton::clicked, this,
            [this] { m_technical->setVisible(m_technical->isHidden()); });
    connect(m_test, &QPushButton::clicked, this, &KeyTestStep::test);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (m_good) {
            emit nextWanted();
        } else {
            test();
        }
    });
    connect(m_field, &QLineEdit::textEdited, this, &KeyTestStep::onKeyEdited);
    clear();
}

QWidget* KeyTestStep::buildField(const Look& look) {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_field = new QLineEdit(box);
    m_field->setObjectName(QStringLiteral("keyField"));
    m_field->setAccessibleName(tr("Admin key"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_field->setPlaceholderText(QStringLiteral("sk-ant-admin01-..."));
    m_field->setProperty("role", QStringLiteral("key"));
    QAction* sign = m_field->addAction(QIcon(), QLineEdit::LeadingPosition);
    const auto tint = [sign, &look] { sign->setIcon(Look::icon(QStringLiteral("key"), look.colours().text2)); };
    tint();
    connect(&look, &Look::changed, sign, tint);
    m_field->setTextMargins(0, 0, 52, 0);
    m_show = new Button(look, Button::Kind::Link, tr("Show"), m_field);
    m_show->setObjectName(QStringLiteral("showKey"));
    auto* inside = new QHBoxLayout(m_field);
    inside->setContentsMargins(0, 0, 8, 0);
    inside->addStretch(1);
    inside->addWidget(m_show);
    connect(m_show, &QPushButton::clicked, this, [this] {
        const bool hidden = m_field->echoMode() == QLineEdit::Password;
        m_field->setEchoMode(hidden ? QLineEdit::Normal : QLineEdit::Password);
        m_show->setText(hidden ? tr("Hide") : tr("Show"));
    });
    row->addWidget(m_field, 1);
    m_test = new Button(look, Button::Kind::Normal, tr("Test"), box);
    m_test->setObjectName(QStringLiteral("testKey"));
    m_test->setFixedHeight(34);
    row->addWidget(m_test);
    return box;
}

QWidget* KeyTestStep::buildDiagnosis(const Look& look) {
    m_diagnosis = new QFrame(this);
    m_diagnosis->setObjectName(QStringLiteral("diagnosis"));
    auto* row = new QHBoxLayout(m_diagnosis);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(12);
    m_diagnosisIcon = new IconLabel(look, QStringLiteral("error"), TextPart::Tone::Unfavourable, m_diagnosis);
    row->addWidget(m_diagnosisIcon, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    m_headline = new QLabel(m_diagnosis);
    m_headline->setObjectName(QStringLiteral("diagnosisHeadline"));
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setFont(Look::font(TextStyle::Strong));
    m_headline->setWordWrap(true);
    column->addWidget(m_headline);
    m_explanation = new QLabel(m_diagnosis);
    m_explanation->setObjectName(QStringLiteral("diagnosisText"));
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    column->addWidget(m_explanation);
    m_keyActions = new QWidget(m_diagnosis);
    auto* actions = new QHBoxLayout(m_keyActions);
    actions->setContentsMargins(0, 4, 0, 0);
    actions->setSpacing(8);
    auto* console = new Button(look, Button::Kind::Normal, tr("Open Console → Admin keys"), m_keyActions);
    console->setDense(true);
    console->setIconName(QStringLiteral("external"));
    console->setObjectName(QStringLiteral("openConsole"));
    auto* request = new Button(look, Button::Kind::Normal, tr("Copy a request to your admin"), m_keyActions);
    request->setDense(true);
    request->setObjectName(QStringLiteral("copyRequest"));
    actions->addWidget(console);
    actions->addWidget(request);
    actions->addStretch(1);
    column->addWidget(m_keyActions);
    m_hold = new Button(look, Button::Kind::Normal, tr("Hold the key for this run only"), m_diagnosis);
    m_hold->setDense(true);
    m_hold->setObjectName(QStringLiteral("holdKey"));
    column->addWidget(m_hold);
    row->addLayout(column, 1);
    connect(console, &QPushButton::clicked, this,
            [this] { m_services.dialogs.openAddress(QLatin1String(AdminKeysAddress)); });
    connect(request, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(requestToAdmin()); });
    connect(m_hold, &QPushButton::clicked, this, &KeyTestStep::holdForThisRunClicked);
    return m_diagnosis;
}

KeyTestStep::~KeyTestStep() { wipe(); }

/// QLineEdit gives its memory back without wiping it; overwriting the text first is what can be done from here.
void KeyTestStep::wipe() {
    m_field->setText(QString(m_field->text().size(), QLatin1Char('x')));
    m_field->clear();
}

void KeyTestStep::clear() {
    wipe();
    m_field->setEchoMode(QLineEdit::Password);
    m_show->setText(tr("Show"));
    delete m_check;
    onKeyEdited();
}

void KeyTestStep::onKeyEdited() {
    delete m_check;
    setGood(false);
    setFieldState({});
    m_diagnosis->hide();
    m_technicalToggle->hide();
    m_technical->hide();
    m_test->setText(tr("Test"));
    m_test->setEnabled(!m_field->text().trimmed().isEmpty());
    showLines({});
}

void KeyTestStep::focusField() { m_field->setFocus(Qt::OtherFocusReason); }

SecretBuffer KeyTestStep::copyOfKey() const { return SecretBuffer::take(m_field->text().toUtf8()); }

void KeyTestStep::setGood(bool good) {
    m_good = good;
    emit goodChanged(good);
}

void KeyTestStep::setFieldState(const QString& state) {
    m_field->setProperty("state", state);
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
}

void KeyTestStep::test() {
    if (m_field->text().trimmed().isEmpty() || m_check != nullptr) return;
    onKeyEdited();
    m_test->setEnabled(false);
    m_check = m_services.checkKey(copyOfKey(), this);
    connect(m_check, &KeyCheck::progressed, this, &KeyTestStep::onProgress);
    connect(m_check, &KeyCheck::finished, this, &KeyTestStep::onFinished);
    m_check->start();
}

void KeyTestStep::onProgress(const KeyCheckReport& report) { showLines(report); }

void KeyTestStep::onFinished(const KeyCheckReport& report) {
    m_check->deleteLater();
    m_check = nullptr;
    m_test->setEnabled(true);
    m_test->setText(tr("Test again"));
    showLines(report);
    const bool good = report.isGood();
    const bool keyIsAtFault =
        report.error && (report.error->kind == ErrorKind::Unauthorized || report.error->kind == ErrorKind::Forbidden);
    setFieldState(keyIsAtFault ? QStringLiteral("bad") : QString());
    setDiagnosis(good ? QStringLiteral("check") : QStringLiteral("error"), !good, report.headline, report.explanation);
    m_keyActions->setVisible(keyIsAtFault);
    if (report.error) {
        QStringList lines;
        if (!report.error->requestId.isEmpty()) lines.append(tr("Request id: %1").arg(report.error->requestId));
        if (report.error->httpStatus > 0) lines.append(tr("HTTP status: %1").arg(report.error->httpStatus));
        if (!report.error->detail.isEmpty()) lines.append(report.error->detail);
        m_technical->setText(lines.join(QLatin1Char('\n')));
        m_technicalToggle->setVisible(!lines.isEmpty());
    }
    if (good) m_organization = **report.organization;
    setGood(good);
}

void KeyTestStep::addRemark(const QString& sentence) {
    m_explanation->setText(m_explanation->text() + QLatin1Char('\n') + sentence);
    m_explanation->show();
}

void KeyTestStep::setDiagnosis(const QString& icon, bool bad, const QString& headline, const QString& explanation) {
    m_diagnosis->setProperty("role", bad ? QStringLiteral("badnotice") : QStringLiteral("notice"));
    m_diagnosis->style()->unpolish(m_diagnosis);
    m_diagnosis->style()->polish(m_diagnosis);
    m_diagnosisIcon->setIcon(icon, bad ? TextPart::Tone::Unfavourable : TextPart::Tone::Favourable);
    m_headline->setText(headline);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    m_diagnosis->setAccessibleName(headline);
    m_keyActions->hide();
    m_hold->hide();
    m_diagnosis->show();
}

void KeyTestStep::showKeychainProblem(const Error& error) {
    setDiagnosis(
        QStringLiteral("lock"), true, tr("The key works, but this computer's keychain did not take it."),
        error.message + QLatin1Char(' ') +
            tr("Tokenledger never writes a key to a file. It can hold it in memory until you close the window."));
    m_hold->show();
}

void KeyTestStep::showLines(const KeyCheckReport& report) { m_checks->setLines(keyCheckLines(report)); }

}  // namespace tokenledger
