//! How to check a pack, for the auditor: plain text, stock tools. Its lines are typed as they stand, so every name in them is quoted.

use super::content::Content;

/// A name as a POSIX shell reads it: one word, nothing in it run.
fn sh(name: &str) -> String {
    format!("'{}'", name.replace('\'', "'\\''"))
}

/// The same for PowerShell.
fn powershell(name: &str) -> String {
    format!("'{}'", name.replace('\'', "''"))
}

/// What somebody wrote, in one line: none of it stands where a line to be typed might.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `VERIFY.txt`.
pub(super) fn verify_txt(content: &Content, signer: &str) -> String {
    let name = &content.name;
    let ahead = content.foretold.map_or_else(String::new, |made| {
        format!("Made on {made} for {}, a day still to come: it foretells how things will stand then.\n", content.day)
    });
    format!(
        "How to check this pack
======================

{organisation}
Audit {code}: {title}
As of {when}
{ahead}
Unpack the ZIP and open a terminal in the folder that holds the pack's folder. The lines of steps 0 to 4 run from top to bottom in
one terminal as they stand, each in the pack's folder; on Windows take the lines of the last part instead.

Steps 1 and 3 need each other. The sums of step 1 fit for everybody who changed a file and its sum together; only step 3 says that they
are the sums that the issuer signed. And step 3 alone says nothing about the files.

0. Go into the pack's folder:

   cd {folder}

1. No file was changed or removed:

   sha256sum -c manifest-sha256.txt
   sha256sum -c tagmanifest-sha256.txt

   On macOS: shasum -a 256 -c manifest-sha256.txt, and the same with the other file. Every line ends in OK.
   A file that was added is not seen by this; step 2 sees it. Without bagit.py, these two lines show the same number:

   find data -type f | wc -l
   grep -c . manifest-sha256.txt

2. Nothing was added either: the pack is a BagIt 1.0 bag (RFC 8493; bagit.py is the Library of Congress's program):

   bagit.py --validate .

3. The pack was issued by the workspace's key (OpenSSH 8.2 or later):

   ssh-keygen -Y verify -f data/ledger/allowed_signers -I {principal} -n clausebook-pack -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt

   Compare the key in data/ledger/allowed_signers with the one you were given by another way, or with the one in
   an earlier pack: a key that comes with the pack proves only that all of it comes from one hand.

4. A person signed a statement (data/approvals, listed in statements.csv and statements_of_applicability.csv), all of them:

   for text in data/approvals/*.txt; do
     [ -e \"$text\" ] || continue
     [ -e \"$text.sig\" ] || {{ printf 'unsigned: %s\\n' \"$text\"; continue; }}
     ssh-keygen -Y verify -f data/approvals/allowed_signers -I \"$(sed -n '1s/^signer //p' \"$text\")\" -n clausebook-statement -s \"$text.sig\" < \"$text\" || printf 'NOT VALID: %s\\n' \"$text\"
   done

   \"signer\" in the first line of a text is who signed. \"file sha256:\" in it is the hash of the file that
   was approved, as files.csv and sha256sum have it. A text without a .sig beside it is a statement that nobody signed.
   A statement may be about another revision than the one in force: the files of that are not in this pack, and its hash
   stands in no list. Which days a key was a person's, the entries person.enrolled, person.key_enrolled and person.key_retired say.

5. Everything at once, and that every page says what the entries say, with Clausebook, in the folder of the ZIP:

   clausebook pack verify FILE.zip

6. The ledger (data/ledger). entries.jsonl holds, one a line, exactly as hashed, the entries about what is in this
   pack; proofs.txt proves that each is in the ledger that checkpoint was signed for.

   checkpoint       three lines: the ledger's name, how many entries it has, its root hash in base64; an empty line; then \"— NAME S\",
                    where S is base64 of four bytes that name the key, and an Ed25519 signature over the three lines with their
                    line feeds (C2SP signed note, tlog-checkpoint).
   verifier-key     the key of that signature: NAME+ID+K, where K is base64 of the byte 1 and the 32 bytes of the Ed25519 key.
                    It is the key of step 3; allowed_signers has it in OpenSSH's form.
   proofs.txt       for each line of entries.jsonl, in the same order: \"index N\", then one hash a line in base64, then an empty line.
                    Leaf: h = SHA-256(byte 0, the line without its line feed). Then i = N, n = entries - 1, and for each hash p:
                    if i is odd or i = n, h = SHA-256(byte 1, p, h), and as long as i is even and not 0, halve i and n;
                    else h = SHA-256(byte 1, h, p). Then halve i and n, rounded down. In the end n is 0 and h is the root
                    (RFC 9162, 2.1.3.2; the tree is that of RFC 6962).
   previous-checkpoint, consistency
                    where an earlier pack was issued: the checkpoint in that one, and the proof (RFC 9162, 2.1.4) that its ledger is
                    the beginning of this one. Compare previous-checkpoint with the file checkpoint in the pack you have.
   earlier          the same proof for earlier packs and time-stamped states: \"old N\", \"root\" and its hash, then the path.
   withheld.txt     proves by their leaf hashes alone that further entries are in the ledger; they are not
                    shown, since an earlier program wrote paths of somebody's disk into them.

   What is not there was not needed: a first pack has neither previous-checkpoint nor earlier.

On Windows (PowerShell, in place of steps 0 to 4; paste line by line):

   Set-Location -LiteralPath {windows}
   $bad = 0; foreach ($sums in 'manifest-sha256.txt', 'tagmanifest-sha256.txt') {{ foreach ($line in [IO.File]::ReadAllLines((Join-Path (Get-Location).ProviderPath $sums))) {{ $hash, $file = $line -split '  ', 2; if ((Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash -ne $hash) {{ \"NOT OK: $file\"; $bad++ }} }} }}; \"$bad files differ or are missing\"
   \"$((Get-ChildItem -Recurse -File data).Count) files, $([IO.File]::ReadAllLines((Join-Path (Get-Location).ProviderPath 'manifest-sha256.txt')).Count) in the manifest\"
   cmd /c \"ssh-keygen -Y verify -f data/ledger/allowed_signers -I {signer} -n clausebook-pack -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt\"
   Get-ChildItem data/approvals -Filter *.sig | ForEach-Object {{ $text = $_.Name -replace '[.]sig$', ''; $who = ([IO.File]::ReadAllLines((Join-Path $_.DirectoryName $text))[0]) -replace '^signer ', ''; if (\"$text$who\" -match '[\"%&|<>^]') {{ \"NOT CHECKED: $text\"; return }}; cmd /c \"ssh-keygen -Y verify -f data/approvals/allowed_signers -I \"\"$who\"\" -n clausebook-statement -s \"\"data/approvals/$text.sig\"\" < \"\"data/approvals/$text\"\"\" }}

   One file by itself: certutil -hashfile FILE SHA256, and compare with its line in manifest-sha256.txt.

What this proves: the files are those that were filed under these numbers at these times, and the history up to the
checkpoint cannot be changed any more without being noticed, as long as somebody outside keeps this pack.
What it does not prove: entries after the checkpoint; that an entry was true when it was written; and that no entry about these
documents and records was left out. The last is compared with the workspace's folder, or with another pack over the same entries:

   clausebook pack verify FILE.zip --against FOLDER-OR-PACK
",
        organisation = line(&content.organisation),
        code = line(&content.audit.code),
        title = line(&content.audit.title),
        when = content.when(),
        folder = sh(name),
        windows = powershell(name),
        principal = sh(signer),
    )
}
