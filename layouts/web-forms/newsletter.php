<?php
// Written by `bulletin web-forms`. One file for ordinary web space: readers leave and ask for the newsletter here. It
// keeps what they did in a file beside it, each line signed; it can't read the list of readers, which is not here.
// `bulletin audience import` takes the file in. PHP 7.4 or newer.
declare(strict_types=1);
$settings = /*SETTINGS*/;

header('Cache-Control: no-store');
header('Referrer-Policy: no-referrer');
header('X-Content-Type-Options: nosniff');
header('X-Robots-Tag: noindex');
header("Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");

// The file of what was done: in a folder with a name that nobody can guess, and closed to the web where that is heeded.
$folder = __DIR__ . '/' . $settings['folder'];
$file = $folder . '/log.php';

function fail(int $status, string $words): void
{
    http_response_code($status);
    header('Content-Type: text/plain; charset=utf-8');
    echo $words, "\n";
    exit;
}

function note(string $action, string $what, string $language): void
{
    global $settings, $folder, $file;
    if (!is_dir($folder) && !@mkdir($folder, 0700)) {
        fail(503, 'It could not be noted; please try again in a few minutes.');
    }
    if (!is_file($folder . '/.htaccess')) {
        @file_put_contents($folder . '/.htaccess', "Require all denied\nDeny from all\n");
    }
    $row = implode("\t", ['v1', (string) time(), $action, base64_encode($what), $language]);
    $line = $row . "\t" . hash_hmac('sha256', $row, $settings['key']) . "\n";
    $handle = @fopen($file, 'ab');
    if ($handle === false || !flock($handle, LOCK_EX)) {
        fail(503, 'It could not be noted; please try again in a few minutes.');
    }
    $size = fstat($handle)['size'];
    // A web server that heeds nothing runs the file, and shows nothing.
    $text = ($size === 0 ? "<?php exit; ?>\n" : '') . $line;
    $written = $size < $settings['most'] && fwrite($handle, $text) === strlen($text) && fflush($handle);
    if ($written && function_exists('fsync')) {
        $written = fsync($handle);
    }
    flock($handle, LOCK_UN);
    fclose($handle);
    if (!$written) {
        fail(503, 'It could not be noted; please try again in a few minutes.');
    }
}

$asked = strtolower(substr((string) ($_SERVER['HTTP_ACCEPT_LANGUAGE'] ?? 'en'), 0, 2));
$words = $settings['words'][$asked] ?? $settings['words'][$settings['language']];
$language = isset($settings['words'][$asked]) ? $asked : $settings['language'];
$token = (string) ($_GET['u'] ?? '');
$method = $_SERVER['REQUEST_METHOD'] ?? 'GET';
$inner = '';

function escaped(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
}

if ($method === 'POST') {
    if ((int) ($_SERVER['CONTENT_LENGTH'] ?? 0) > 16384) {
        fail(413, 'That is too much.');
    }
    $click = ($_POST['List-Unsubscribe'] ?? '') === 'One-Click' || ($_POST['leave'] ?? '') === 'yes';
    if (isset($_GET['u'])) {
        if ($click) {
            // Whose a token is, is known elsewhere: what has its shape is noted, and the answer is the same for all.
            if (preg_match('/^[0-9a-f]{4}-[0-9a-f]{32}$/D', $token) === 1) {
                note('leave', $token, $language);
            }
            $inner = '<p role="status">' . escaped($words['done']) . '</p>';
        }
    } elseif (isset($_GET['c'])) {
        if (($_POST['confirm'] ?? '') === 'yes') {
            $page = (string) $_GET['c'];
            if (preg_match('/^[0-9a-f]{32}$/D', $page) === 1) {
                note('confirm', $page, $language);
            }
            $inner = '<p role="status">' . escaped($words['confirmed']) . '</p>';
        }
    } elseif (isset($_POST['email'])) {
        $address = trim((string) $_POST['email']);
        if (($_POST['website'] ?? '') === '' && strlen($address) <= 254 && filter_var($address, FILTER_VALIDATE_EMAIL) !== false) {
            note('ask', $address, $language);
        }
        $inner = '<p role="status">' . escaped($words['sent']) . '</p>';
    }
} elseif ($method !== 'GET' && $method !== 'HEAD') {
    fail(405, 'Open this address in a browser.');
}
if ($inner === '') {
    $confirm = '<p>' . escaped($words['consent']) . '</p><form method="post"><button name="confirm" value="yes">' . escaped($words['confirm']) . '</button></form>';
    $inner = isset($_GET['c']) ? $confirm : (isset($_GET['u'])
        ? '<form method="post"><button name="leave" value="yes">' . escaped($words['leave']) . '</button></form>'
        : '<form method="post"><p><label for="email">' . escaped($words['address']) . '</label><br><input id="email" name="email" type="email" required autocomplete="email" maxlength="254"></p><p hidden><label>www <input name="website" tabindex="-1" autocomplete="off"></label></p><p>' . escaped($words['consent']) . ' <a href="' . escaped($settings['privacy']) . '">' . escaped($settings['privacy']) . '</a></p><button>' . escaped($words['subscribe']) . '</button></form>');
}
header('Content-Type: text/html; charset=utf-8');
?>
<!doctype html>
<html lang="<?= escaped($language) ?>"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title><?= escaped($words['name']) ?></title><style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem;color:#1b1b1b;background:#fff}input{font:inherit;width:100%;box-sizing:border-box;padding:.6rem;border:1px solid #767676;border-radius:.3rem;color:inherit;background:transparent}button{font:inherit;padding:.8rem 1.4rem;border:0;border-radius:.4rem;background:#0a5c4d;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid #1b1b1b;outline-offset:3px}@media (prefers-color-scheme:dark){body{color:#eee;background:#161a1d}button{background:#7fd6c2;color:#0d1f1a}button:focus-visible{outline-color:#fff}}</style></head><body><main><h1><?= escaped($words['name']) ?></h1><?= $inner ?></main></body></html>
