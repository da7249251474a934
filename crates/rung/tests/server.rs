//! The server as a program: it listens, is set up by its first page, stops as it is told, and is looked after.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
};

/// A server that is stopped when it is dropped.
struct Served {
    child: Child,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn start(arguments: &[&str], data: Option<&Path>) -> Served {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rung"));
    command.args(arguments).args(["--listen", "127.0.0.1:0"]).stderr(Stdio::piped()).stdout(Stdio::null());
    if let Some(data) = data {
        command.arg("--data").arg(data);
    }
    let mut child = command.spawn().expect("the program starts");
    let mut told = String::new();
    let mut lines = BufReader::new(child.stderr.take().expect("a pipe")).lines();
    while !told.contains("http://") {
        told = lines.next().expect("it says where it listens").expect("text");
    }
    // What it says afterwards must not fill the pipe.
    std::thread::spawn(move || lines.for_each(drop));
    let address = told.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address").to_owned();
    Served { child, address }
}

impl Served {
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.address).expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("answered");
        answer
    }
}

fn rung(arguments: &[&str], data: &Path) -> (i32, String, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_rung"))
        .args(arguments)
        .arg("--data")
        .arg(data)
        .output()
        .expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (done.status.code().unwrap_or(-1), text(&done.stdout), text(&done.stderr))
}

#[test]
fn a_server_listens_on_loopback_and_its_first_page_sets_it_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let served = start(&["serve"], Some(folder.path()));
    assert!(served.address.starts_with("127.0.0.1:"), "{}", served.address);
    assert!(served.get("/healthz").ends_with("ok\n"));
    assert!(served.get("/").contains("location: /setup"));
    assert!(served.get("/setup").contains("Who will look after this server?"));
    assert!(folder.path().join("rung.db").is_file());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = folder.path().metadata().expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "only its owner reads the data folder");
    }
}

#[test]
fn an_address_that_others_reach_is_refused_without_tls() {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, _, said) = rung(&["serve", "--listen", "0.0.0.0:0"], folder.path());
    assert_eq!(code, 2);
    assert!(said.contains("--behind-tls"), "{said}");
    let (code, _, said) = rung(&["serve", "--listen", "everywhere"], folder.path());
    assert_eq!(code, 2);
    assert!(said.contains("127.0.0.1:7420"), "{said}");
}

#[test]
fn the_demonstration_shows_the_example_with_logins_that_are_ready() {
    let served = start(&["demo"], None);
    let page = served.get("/login");
    for who in ["tech lead", "engineering manager", "director", "engineer", "administrator"] {
        assert!(page.contains(&format!("Log in as the {who}")), "{who}");
    }
    assert!(page.contains("Everyone in it is invented"));
}

#[test]
fn a_backup_is_made_while_it_runs_verified_and_restored() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let served = start(&["serve"], Some(&data));
    let file = folder.path().join("own.bak");
    let named = file.to_str().expect("a name");
    let (code, said, _) = rung(&["backup", named], &data);
    assert_eq!(code, 0);
    assert!(said.starts_with("wrote ") && said.contains("version 8"), "{said}");
    assert_eq!(rung(&["backup", named], &data).0, 1, "nothing is written over");
    let verify = Command::new(env!("CARGO_BIN_EXE_rung")).args(["verify", named]).output().expect("runs");
    assert!(verify.status.success());
    drop(served);
    let (code, _, said) = rung(&["restore", named], &data);
    assert_eq!(code, 1, "a database that is there is not written over");
    assert!(said.contains("already"), "{said}");
    let other = folder.path().join("other");
    assert_eq!(rung(&["restore", named], &other).0, 0);
    let (code, said, _) = rung(&["doctor"], &other);
    assert_eq!(code, 0);
    assert!(said.contains("sound") && said.contains("whole"), "{said}");
    let mut bytes = std::fs::read(&file).expect("read");
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    std::fs::write(&file, bytes).expect("written");
    let refused = Command::new(env!("CARGO_BIN_EXE_rung")).args(["verify", named]).output().expect("runs");
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("a byte of it changed"));
}

#[test]
fn the_doctor_and_eraser_say_where_there_is_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, _, said) = rung(&["doctor"], folder.path());
    assert_eq!(code, 1);
    assert!(said.contains("there is no database"), "{said}");
    drop(start(&["serve"], Some(folder.path())));
    let (code, said, _) = rung(&["doctor", "--json"], folder.path());
    let json: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!((code, json["sound"].as_bool()), (0, Some(true)));
    let (code, said, _) = rung(&["erase", "nobody"], folder.path());
    assert_eq!(code, 0);
    assert!(said.starts_with("0 rows"), "{said}");
    let (code, _, said) = rung(&["erase", "nobody", "--yes"], folder.path());
    assert_eq!(code, 1);
    assert!(said.contains("no person"), "{said}");
}
